import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { Panel, useConnection } from '@xyflow/react';
import { useTexts } from '../../texts';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { type ConnectionRefusal, refusalOf } from '../model/canConnect';
import { type WayOut, edgeBy } from '../model/waysOut';
import { errorText } from '../theme/errorText';
import { connectionBetween } from './connectionBetween';

const useStyles = makeStyles(theme => ({
  hint: {
    padding: theme.spacing(1, 2),
    fontSize: 14,
    color: errorText(theme),
  },
}));

/** Says, while a connection is drawn, why it cannot end where the pointer is. */
export const ConnectionHint = () => {
  const classes = useStyles();
  const { t } = useTexts();
  const { store } = useBuilderEnvironment();
  const refusal = useConnection(
    ({ fromHandle, toHandle }): ConnectionRefusal | undefined => {
      const { definition } = store.getState().document;
      if (fromHandle && toHandle) {
        return refusalOf(definition, connectionBetween(fromHandle, toHandle));
      }
      return fromHandle?.type === 'source' &&
        edgeBy(
          definition,
          fromHandle.nodeId,
          (fromHandle.id ?? undefined) as WayOut,
        )
        ? 'taken'
        : undefined;
    },
  );
  return (
    <Panel position="bottom-center">
      <div role="status">
        {refusal && (
          <Paper className={classes.hint}>
            {t(`builder.refusal.${refusal}`)}
          </Paper>
        )}
      </div>
    </Panel>
  );
};
