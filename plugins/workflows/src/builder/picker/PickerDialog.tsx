import InputBase from '@material-ui/core/InputBase';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import SearchIcon from '@material-ui/icons/Search';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { focusCanvas, focusNode } from '../canvas/focusNode';
import { useAddItem } from '../commands/useAddItem';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { useUiStore } from '../context/UiContext';
import { defaultWayOut } from '../model/operations/addStep';
import {
  type PaletteItem,
  searchItems,
  usePaletteItems,
} from '../palette/usePaletteItems';
import type { PickerRequest } from '../store/createUiStore';
import { PickerOption } from './PickerOption';
import { WayOutPicker } from './WayOutPicker';
import { usePickerTitle } from './usePickerTitle';

const WIDTH = 320;
const HEIGHT = 360;
const MARGIN = 8;

const useStyles = makeStyles(theme => ({
  root: {
    position: 'absolute',
    zIndex: 6,
    display: 'flex',
    flexDirection: 'column',
    width: WIDTH,
    maxWidth: `calc(100% - ${2 * MARGIN}px)`,
    maxHeight: HEIGHT,
    border: `1px solid ${theme.palette.divider}`,
  },
  head: { padding: theme.spacing(1.5, 2, 0.5) },
  search: {
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 2, 1),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  list: {
    margin: 0,
    padding: theme.spacing(0.5),
    overflowY: 'auto',
    listStyle: 'none',
  },
  none: { padding: theme.spacing(1.5, 2) },
}));

/** A search over everything that may be added at one place. */
export const PickerDialog = ({ request }: { request: PickerRequest }) => {
  const classes = useStyles();
  const ui = useUiStore();
  const { store } = useBuilderEnvironment();
  const { place } = request;
  const definition = store.getState().document.definition;
  const [wayOut, setWayOut] = useState(
    place.kind === 'after'
      ? place.wayOut ?? defaultWayOut(definition, place.nodeId)
      : undefined,
  );
  const { title, t } = usePickerTitle(place);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const root = useRef<HTMLDivElement>(null);
  const listId = useId();
  const addItem = useAddItem();
  // A note is no step: nothing leads to it, and it leads nowhere.
  const items = searchItems(
    usePaletteItems().filter(
      ({ template }) => template || place.kind === 'free',
    ),
    query,
  );

  const close = () => ui.setState({ picker: undefined });
  const leave = () => {
    close();
    const [selected] = store.getState().selection;
    (selected ? () => focusNode(selected) : focusCanvas)();
  };
  const choose = (item: PaletteItem | undefined) => {
    if (item) {
      close();
      addItem(item, place.kind === 'after' ? { ...place, wayOut } : place);
    }
  };
  const move = (by: number) =>
    setActive((active + by + items.length) % Math.max(items.length, 1));
  const onKeyDown = (event: KeyboardEvent) => {
    const run = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: () => choose(items[active]),
      Escape: leave,
    }[event.key];
    const isOnWay = event.target !== root.current?.querySelector('input');
    if (run && (event.key === 'Escape' || !isOnWay)) {
      event.preventDefault();
      event.stopPropagation();
      run();
    }
  };
  return (
    <Paper
      ref={root}
      elevation={8}
      role="dialog"
      aria-label={title}
      className={classes.root}
      style={placeWithin(request.at)}
      onKeyDown={onKeyDown}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) {
          close();
        }
      }}
    >
      <Typography variant="subtitle2" component="h2" className={classes.head}>
        {title}
      </Typography>
      <InputBase
        autoFocus
        className={classes.search}
        startAdornment={<SearchIcon fontSize="small" aria-hidden />}
        placeholder={t('builder.picker.search')}
        value={query}
        inputProps={{
          role: 'combobox',
          'aria-label': t('builder.picker.search'),
          'aria-expanded': true,
          'aria-controls': listId,
          'aria-autocomplete': 'list',
          'aria-activedescendant':
            items.length > 0 ? `${listId}-${active}` : undefined,
        }}
        onChange={event => {
          setQuery(event.target.value);
          setActive(0);
        }}
      />
      {place.kind === 'after' && wayOut && !place.wayOut && (
        <WayOutPicker value={wayOut} onChange={setWayOut} />
      )}
      <ul
        role="listbox"
        id={listId}
        aria-label={t('builder.palette.title')}
        className={classes.list}
      >
        {items.map((item, index) => (
          <PickerOption
            key={item.id}
            id={`${listId}-${index}`}
            item={item}
            isActive={index === active}
            onHover={() => setActive(index)}
            onChoose={() => choose(item)}
          />
        ))}
      </ul>
      {items.length === 0 && (
        <Typography
          role="status"
          variant="body2"
          color="textSecondary"
          className={classes.none}
        >
          {t('builder.palette.nothing', { query })}
        </Typography>
      )}
    </Paper>
  );
};

/** At a point, but never over the canvas's edge. */
function placeWithin({ x, y }: { x: number; y: number }) {
  return {
    left: `clamp(${MARGIN}px, ${x}px, max(${MARGIN}px, calc(100% - ${
      WIDTH + MARGIN
    }px)))`,
    top: `clamp(${MARGIN}px, ${y}px, max(${MARGIN}px, calc(100% - ${
      HEIGHT + MARGIN
    }px)))`,
  };
}
