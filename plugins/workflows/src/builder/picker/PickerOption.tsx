import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useRef } from 'react';
import { NodeIcon } from '../canvas/NodeIcon';
import type { PaletteItem } from '../palette/usePaletteItems';

const useStyles = makeStyles(theme => ({
  option: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    padding: theme.spacing(0.75, 1.5),
    borderRadius: 4,
    cursor: 'pointer',
  },
  active: { background: theme.palette.action.selected },
  text: { minWidth: 0 },
}));

/** One kind of step in the picker. */
export const PickerOption = (props: {
  id: string;
  item: PaletteItem;
  isActive: boolean;
  onHover: () => void;
  onChoose: () => void;
}) => {
  const classes = useStyles();
  const { id, item, isActive, onHover, onChoose } = props;
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isActive) {
      element.current?.scrollIntoView?.({ block: 'nearest' });
    }
  }, [isActive]);
  return (
    // The keys are heard by the search field, which keeps the focus.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <li
      ref={element}
      id={id}
      role="option"
      aria-selected={isActive}
      className={`${classes.option} ${isActive ? classes.active : ''}`}
      data-testid={`pick-${item.id}`}
      onMouseMove={onHover}
      // The search field would lose the focus, and with it the picker would go.
      onMouseDown={event => event.preventDefault()}
      onClick={onChoose}
    >
      <NodeIcon kind={item.id} />
      <span className={classes.text}>
        <Typography variant="body2" noWrap component="span" display="block">
          {item.title}
        </Typography>
        <Typography
          variant="caption"
          color={isActive ? 'textPrimary' : 'textSecondary'}
          noWrap
          component="span"
          display="block"
        >
          {item.description}
        </Typography>
      </span>
    </li>
  );
};
