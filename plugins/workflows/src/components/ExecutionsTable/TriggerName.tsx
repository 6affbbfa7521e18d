import { historyMessages } from '../../translations/history';
import { useTexts } from '../../texts';

type KnownTrigger = keyof typeof historyMessages.trigger;

function isKnown(trigger: string): trigger is KnownTrigger {
  return Object.hasOwn(historyMessages.trigger, trigger);
}

/** What starts a workflow, in words; a kind that is unknown here as it is. */
export function TriggerName(props: { trigger: string }) {
  const { t } = useTexts();
  const { trigger } = props;
  return <>{isKnown(trigger) ? t(`history.trigger.${trigger}`) : trigger}</>;
}
