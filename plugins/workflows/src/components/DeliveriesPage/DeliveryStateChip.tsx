import BlockIcon from '@material-ui/icons/Block';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import ScheduleIcon from '@material-ui/icons/Schedule';
import type { DeliverySummary } from 'backstage-plugin-workflows-common';
import { useTexts } from '../../texts';
import { StatusChip } from '../StatusChip/StatusChip';

const LOOK = {
  received: { tone: 'info', icon: ScheduleIcon },
  processed: { tone: 'ok', icon: CheckCircleOutlineIcon },
  ignored: { tone: 'neutral', icon: BlockIcon },
  failed: { tone: 'error', icon: ErrorOutlineIcon },
} as const;

/** What became of a delivery. */
export function DeliveryStateChip(props: { state: DeliverySummary['state'] }) {
  const { t } = useTexts();
  const { state } = props;
  return (
    <StatusChip
      {...LOOK[state]}
      label={t(`intake.deliveries.states.${state}`)}
    />
  );
}
