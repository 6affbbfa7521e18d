import FormControlLabel from '@material-ui/core/FormControlLabel';
import Switch from '@material-ui/core/Switch';
import { DisableWorkflowDialog } from '../../components/DisableWorkflow/DisableWorkflowDialog';
import { useEnableSwitch } from '../../hooks/useEnableSwitch';
import { useTexts } from '../../texts';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { Hint } from './Hint';

/** Whether incidents start the published version. */
export const EnableSwitch = () => {
  const { t } = useTexts();
  const { workflow } = useBuilderEnvironment();
  const { name, enabled, publishedVersion } = workflow;
  const enabling = useEnableSwitch({
    workflow,
    done: {
      enabled: t('builder.notice.enabled'),
      disabled: t('builder.notice.disabled'),
    },
  });
  const isPublished = publishedVersion !== undefined;
  const hint = enabled ? 'enableHint' : 'disableHint';
  return (
    <>
      <Hint
        title={t(`builder.toolbar.${isPublished ? hint : 'enableUnpublished'}`)}
      >
        <FormControlLabel
          style={{ margin: 0 }}
          label={t('builder.toolbar.enable')}
          disabled={!isPublished || enabling.isPending}
          control={
            <Switch
              color="primary"
              checked={enabled}
              inputProps={
                { 'data-testid': 'enable-workflow' } as Record<string, string>
              }
              onChange={enabling.turn}
            />
          }
        />
      </Hint>
      {enabling.question && (
        <DisableWorkflowDialog
          name={name}
          runs={enabling.question}
          onAnswer={enabling.answer}
          onClose={enabling.leave}
        />
      )}
    </>
  );
};
