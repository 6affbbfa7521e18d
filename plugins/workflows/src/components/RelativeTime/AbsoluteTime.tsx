import { RelativeTime } from './RelativeTime';
import { absoluteTime } from './absoluteTime';

/** A moment to the second, with how long ago it was. */
export function AbsoluteTime(props: { iso: string }) {
  return (
    <>
      {absoluteTime(props.iso)} (<RelativeTime iso={props.iso} />)
    </>
  );
}
