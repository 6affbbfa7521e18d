import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { historyMessages } from '../../translations/history';
import { workflowsTranslationRef } from '../../translation';

type KnownTrigger = keyof typeof historyMessages.trigger;

function isKnown(trigger: string): trigger is KnownTrigger {
  return Object.hasOwn(historyMessages.trigger, trigger);
}

/** What starts a workflow, in words; a kind that is unknown here as it is. */
export function TriggerName(props: { trigger: string }) {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { trigger } = props;
  return <>{isKnown(trigger) ? t(`history.trigger.${trigger}`) : trigger}</>;
}
