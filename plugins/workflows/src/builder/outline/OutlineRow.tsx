import ButtonBase from '@material-ui/core/ButtonBase';
import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import TrendingFlatIcon from '@material-ui/icons/TrendingFlat';
import { memo } from 'react';
import { useTexts } from '../../texts';
import { NodeIcon } from '../canvas/NodeIcon';
import { useReveal } from '../canvas/useReveal';
import { useNodeTitle } from '../canvas/useNodeText';
import { useBuilder, useBuilderEnvironment } from '../context/BuilderContext';
import { useNodeProblems } from '../context/ProblemsContext';
import { useUiStore } from '../context/UiContext';
import type { OutlineItem } from '../model/outline';
import { useOpenPicker } from '../picker/useOpenPicker';
import { errorText } from '../theme/errorText';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'flex',
    alignItems: 'flex-start',
    borderRadius: 8,
    border: `1px solid ${theme.palette.divider}`,
  },
  selected: {
    borderColor: theme.palette.primary.main,
    boxShadow: `inset 0 0 0 1px ${theme.palette.primary.main}`,
  },
  step: {
    flex: 1,
    minWidth: 0,
    alignItems: 'flex-start',
    justifyContent: 'flex-start',
    gap: theme.spacing(1),
    padding: theme.spacing(1),
    textAlign: 'left',
    borderRadius: 8,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  problem: { color: errorText(theme) },
}));

/** One step of the outline, with what can be done about it. */
export const OutlineRow = memo(
  (props: OutlineItem & { number: number; title: string; text: string }) => {
    const classes = useStyles();
    const { t } = useTexts();
    const { store, editable } = useBuilderEnvironment();
    const ui = useUiStore();
    const titleOf = useNodeTitle();
    const reveal = useReveal();
    const openPicker = useOpenPicker();
    const { node, ways, isReached, number, title, text } = props;
    const isSelected = useBuilder(({ selection }) =>
      selection.includes(node.id),
    );
    const problems = useNodeProblems(node.id).length;
    const lines = ways.map(({ wayOut, target }) =>
      t(`builder.outline.${wayOut ?? 'next'}`, {
        step: target ? titleOf(target) : t('builder.outline.end'),
      }),
    );
    const buttons = [
      {
        id: 'add',
        Icon: AddIcon,
        onClick: () => {
          reveal(node.id);
          openPicker.after(node.id);
        },
      },
      {
        id: 'connect',
        Icon: TrendingFlatIcon,
        onClick: () => {
          store.getState().select([node.id]);
          ui.setState({ dialog: 'connect' });
        },
      },
    ] as const;
    return (
      <li
        className={`${classes.row} ${isSelected ? classes.selected : ''}`}
        data-testid={`outline-${node.id}`}
      >
        <ButtonBase
          className={classes.step}
          aria-current={isSelected ? 'step' : undefined}
          onClick={() => reveal(node.id)}
        >
          <NodeIcon
            kind={'actionType' in node.data ? node.data.actionType : node.type}
          />
          <span className={classes.text}>
            <Typography variant="subtitle2" component="span" display="block">
              {`${number}. ${title}`}
            </Typography>
            <Typography variant="body2" component="span" display="block">
              {text}
            </Typography>
            {lines.map(line => (
              <Typography
                key={line}
                variant="caption"
                color="textSecondary"
                component="span"
                display="block"
              >
                {line}
              </Typography>
            ))}
            {!isReached && (
              <Typography
                variant="caption"
                component="span"
                display="block"
                className={classes.problem}
              >
                {t('builder.outline.unreached')}
              </Typography>
            )}
            {problems > 0 && (
              <Typography
                variant="caption"
                component="span"
                display="block"
                className={classes.problem}
              >
                {t('builder.node.problems', { count: problems })}
              </Typography>
            )}
          </span>
        </ButtonBase>
        {editable &&
          buttons.map(({ id, Icon, onClick }) => {
            const label = t(`builder.outline.${id}`, { name: title });
            return (
              <Tooltip key={id} title={label}>
                <IconButton size="small" aria-label={label} onClick={onClick}>
                  <Icon fontSize="small" />
                </IconButton>
              </Tooltip>
            );
          })}
      </li>
    );
  },
);
