import Tooltip from '@material-ui/core/Tooltip';
import { DateTime } from 'luxon';
import { absoluteTime } from './absoluteTime';
import { useNow } from './useNow';

const REFRESH_MS = 20_000;

/** A moment in words that stay true, such as “5 minutes ago”; the exact time is its tooltip. */
export function RelativeTime(props: { iso: string }) {
  const base = DateTime.fromMillis(useNow(REFRESH_MS));
  const time = DateTime.fromISO(props.iso);
  return (
    <Tooltip title={absoluteTime(props.iso)}>
      <time dateTime={props.iso}>
        {(time.isValid && time.toRelative({ base })) || props.iso}
      </time>
    </Tooltip>
  );
}
