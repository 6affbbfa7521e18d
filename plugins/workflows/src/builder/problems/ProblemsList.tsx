import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemIcon from '@material-ui/core/ListItemIcon';
import ListItemText from '@material-ui/core/ListItemText';
import { makeStyles } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/Error';
import WarningIcon from '@material-ui/icons/Warning';
import type {
  DefinitionProblem,
  WorkflowNode,
} from 'backstage-plugin-workflows-common';
import { useTexts } from '../../texts';
import { useNodeTitle } from '../canvas/useNodeText';
import { useDefinition } from '../context/BuilderContext';
import { useFieldName } from '../inspector/useFieldName';
import { useGoToPlace } from './useGoToPlace';

const useStyles = makeStyles(theme => ({
  icon: { minWidth: 32 },
  text: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'normal' },
  error: { color: theme.palette.error.main },
  warning: { color: theme.palette.warning.main },
}));

/** Problems, each of which leads to its step and its field. */
export const ProblemsList = (props: {
  problems: readonly DefinitionProblem[];
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { nodes } = useDefinition();
  const titleOf = useNodeTitle();
  const goTo = useGoToPlace();
  const nameOf = useFieldName();
  const whereOf = (path: string, node?: WorkflowNode) => {
    const { area, within } = placeOf(path);
    const owner = node
      ? titleOf(node)
      : t(area === 'note' ? 'builder.node.note' : 'builder.problems.workflow');
    return [owner, nameOf(area, within, node)].filter(Boolean).join(' · ');
  };
  return (
    <List dense disablePadding>
      {props.problems.map(({ severity, nodeId, path, message }) => {
        const node = nodes.find(({ id, type }) =>
          path.startsWith('trigger') ? type === 'trigger' : id === nodeId,
        );
        const Icon = severity === 'error' ? ErrorIcon : WarningIcon;
        return (
          <li key={`${path} ${message}`}>
            <ListItem
              button
              component="div"
              onClick={() => goTo(node?.id, path)}
            >
              <ListItemIcon className={classes.icon}>
                <Icon
                  fontSize="small"
                  className={classes[severity]}
                  titleAccess={t(`builder.problems.${severity}`)}
                />
              </ListItemIcon>
              <ListItemText
                className={classes.text}
                primary={message}
                secondary={whereOf(path, node)}
              />
            </ListItem>
          </li>
        );
      })}
    </List>
  );
};

/** Where in its node a path such as `nodes.2.data.config.url` leads, or where in the workflow. */
function placeOf(path: string) {
  const [part, , ...within] = path.split('.');
  switch (part) {
    case 'nodes':
      return { area: 'node', within } as const;
    case 'notes':
      return { area: 'note', within } as const;
    default:
      return {
        area: 'workflow',
        within: ['definition', ...path.split('.')],
      } as const;
  }
}
