import type { KillSwitch } from 'backstage-plugin-workflows-common';
import { useTexts } from '../../texts';
import { EntityLink } from '../EntityLink/EntityLink';
import { RelativeTime } from '../RelativeTime/RelativeTime';

/** Who switched it on, and when; nothing when only the configuration did. */
export function SwitchedOnBy(props: {
  killSwitch: KillSwitch;
  className: string;
}) {
  const { t } = useTexts();
  const { changedBy, changedAt } = props.killSwitch;
  if (!changedBy) {
    return null;
  }
  return (
    <p className={props.className}>
      {t('killSwitch.banner.by')} <EntityLink entityRef={changedBy} />
      {changedAt && (
        <>
          {', '}
          <RelativeTime iso={changedAt} />
        </>
      )}
    </p>
  );
}
