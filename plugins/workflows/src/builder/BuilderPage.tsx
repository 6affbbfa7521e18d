import { Page, Progress } from '@backstage/core-components';
import { useRouteRefParams } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { KillSwitchBanner } from '../components/KillSwitch/KillSwitchBanner';
import { ErrorNotice } from '../components/Notice/ErrorNotice';
import { useActionsQuery, useWorkflowQuery } from '../hooks/useWorkflowQueries';
import { workflowRouteRef } from '../routes';
import { LoadedBuilder } from './LoadedBuilder';

const useStyles = makeStyles({
  content: {
    gridArea: 'pageContent',
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    overflow: 'hidden',
  },
  builder: { flex: 1, minHeight: 0 },
});

/** The page of one workflow: it fills the window, without the plugin's tabs. */
export const BuilderPage = () => {
  const classes = useStyles();
  const { id } = useRouteRefParams(workflowRouteRef);
  const workflow = useWorkflowQuery(id);
  const actions = useActionsQuery();
  // What is on the screen stays when a later request fails.
  const isReady = workflow.data && actions.data;
  const failed = [workflow, actions].filter(query => query.error);
  return (
    <Page themeId="tool">
      <div className={classes.content}>
        <KillSwitchBanner />
        <div className={classes.builder}>
          {isReady && (
            <LoadedBuilder
              key={id}
              workflow={workflow.data}
              actions={actions.data}
            />
          )}
          {!isReady && failed.length === 0 && <Progress />}
          {!isReady && failed.length > 0 && (
            <ErrorNotice
              error={failed[0].error!}
              onRetry={() => failed.forEach(query => query.refetch())}
            />
          )}
        </div>
      </div>
    </Page>
  );
};
