import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Switch from '@material-ui/core/Switch';
import { useWorkflowCommand } from '../../hooks/useWorkflowCommand';
import { workflowsTranslationRef } from '../../translation';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { Hint } from './Hint';

/** Whether incidents start the published version. */
export const EnableSwitch = () => {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { id, enabled, publishedVersion } = useBuilderEnvironment().workflow;
  const command = useWorkflowCommand();
  const isPublished = publishedVersion !== undefined;
  const hint = enabled ? 'enableHint' : 'disableHint';
  return (
    <Hint
      title={t(`builder.toolbar.${isPublished ? hint : 'enableUnpublished'}`)}
    >
      <FormControlLabel
        style={{ margin: 0 }}
        label={t('builder.toolbar.enable')}
        disabled={!isPublished || command.isPending}
        control={
          <Switch
            color="primary"
            checked={enabled}
            inputProps={
              { 'data-testid': 'enable-workflow' } as Record<string, string>
            }
            onChange={() =>
              command.mutate({
                run: api =>
                  enabled ? api.disableWorkflow(id) : api.enableWorkflow(id),
                done: t(
                  enabled
                    ? 'builder.notice.disabled'
                    : 'builder.notice.enabled',
                ),
              })
            }
          />
        }
      />
    </Hint>
  );
};
