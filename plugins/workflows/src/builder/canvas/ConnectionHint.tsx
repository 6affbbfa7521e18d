import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { Panel, useConnection } from '@xyflow/react';
import { workflowsTranslationRef } from '../../translation';
import { useDefinition } from '../context/BuilderContext';
import { refusalOf } from '../model/canConnect';
import { connectionBetween } from './connectionBetween';

const useStyles = makeStyles(theme => ({
  hint: {
    padding: theme.spacing(1, 2),
    fontSize: 14,
    color: theme.palette.error.main,
  },
}));

/** Says, while a connection is drawn, why it cannot end where the pointer is. */
export const ConnectionHint = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(workflowsTranslationRef);
  const definition = useDefinition();
  const refusal = useConnection(({ fromHandle, toHandle }) =>
    fromHandle && toHandle
      ? refusalOf(definition, connectionBetween(fromHandle, toHandle))
      : undefined,
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
