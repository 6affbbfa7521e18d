import ButtonBase from '@material-ui/core/ButtonBase';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { NodeIcon } from '../canvas/NodeIcon';
import { useAddItem } from '../commands/useAddItem';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { PALETTE_MIME, type PaletteItem } from './usePaletteItems';

const useStyles = makeStyles(theme => ({
  item: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-start',
    gap: theme.spacing(1.5),
    width: '100%',
    padding: theme.spacing(1, 1.5),
    textAlign: 'left',
    cursor: 'grab',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
    background: theme.palette.background.paper,
    '&:hover, &:focus-visible': { borderColor: theme.palette.primary.main },
    '&:active': { cursor: 'grabbing' },
  },
  text: { minWidth: 0 },
  title: { fontSize: 14, fontWeight: 500, lineHeight: '20px' },
  description: {
    fontSize: 12,
    lineHeight: '16px',
    display: '-webkit-box',
    overflow: 'hidden',
    '-webkit-box-orient': 'vertical',
    '-webkit-line-clamp': 2,
  },
}));

export const PaletteButton = ({ item }: { item: PaletteItem }) => {
  const classes = useStyles();
  const { store } = useBuilderEnvironment();
  const addItem = useAddItem();
  const add = () => {
    const { selection, document } = store.getState();
    const [after] = document.definition.nodes.filter(({ id }) =>
      selection.includes(id),
    );
    addItem(
      item,
      after && selection.length === 1
        ? { kind: 'after', nodeId: after.id }
        : { kind: 'free' },
    );
  };
  return (
    <ButtonBase
      draggable
      className={classes.item}
      data-testid={`palette-${item.id}`}
      title={item.description}
      onDragStart={event => {
        event.dataTransfer.setData(PALETTE_MIME, item.id);
        event.dataTransfer.effectAllowed = 'copy';
      }}
      onClick={add}
    >
      <NodeIcon kind={item.id} />
      <span className={classes.text}>
        <Typography noWrap className={classes.title}>
          {item.title}
        </Typography>
        <Typography color="textSecondary" className={classes.description}>
          {item.description}
        </Typography>
      </span>
    </ButtonBase>
  );
};
