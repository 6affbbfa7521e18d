import { useTexts } from '../../texts';
import { describeDuration } from '../RelativeTime/describeDuration';
import { useNow } from '../RelativeTime/useNow';
import { absoluteTime } from '../RelativeTime/absoluteTime';

/** How long until a wait is over, second by second. */
export function Countdown(props: { until: string }) {
  const { t } = useTexts();
  const left = Date.parse(props.until) - useNow(1_000);
  return (
    <time dateTime={props.until} title={absoluteTime(props.until)}>
      {left > 0
        ? t('history.step.resumesIn', {
            duration: describeDuration(Math.ceil(left / 1_000) * 1_000),
          })
        : t('history.step.resumesNow')}
    </time>
  );
}
