import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { workflowsTranslationRef } from '../../translation';

/** What starts a workflow, in words; a kind that is unknown here as it is. */
export function TriggerName(props: { trigger: string }) {
  const { t } = useTranslationRef(workflowsTranslationRef);
  switch (props.trigger) {
    case 'incident_created':
    case 'state_changed':
      return <>{t(`history.trigger.${props.trigger}`)}</>;
    default:
      return <>{props.trigger}</>;
  }
}
