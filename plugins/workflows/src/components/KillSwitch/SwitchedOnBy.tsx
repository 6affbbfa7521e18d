import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { KillSwitch } from 'backstage-plugin-workflows-common';
import { workflowsTranslationRef } from '../../translation';
import { EntityLink } from '../EntityLink/EntityLink';
import { RelativeTime } from '../RelativeTime/RelativeTime';

/** Who switched it on, and when; nothing when only the configuration did. */
export function SwitchedOnBy(props: {
  killSwitch: KillSwitch;
  className: string;
}) {
  const { t } = useTranslationRef(workflowsTranslationRef);
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
