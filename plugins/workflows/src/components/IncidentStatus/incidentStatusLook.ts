import ArchiveIcon from '@material-ui/icons/Archive';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import NotificationsActiveIcon from '@material-ui/icons/NotificationsActive';
import VisibilityIcon from '@material-ui/icons/Visibility';
import type SvgIcon from '@material-ui/core/SvgIcon';
import type { IncidentStatus } from 'backstage-plugin-workflows-common';
import type { Tone } from '../StatusChip/tones';

/** How each status of an incident looks, everywhere. */
export const INCIDENT_STATUS_LOOK: Record<
  IncidentStatus,
  { tone: Tone; icon: typeof SvgIcon }
> = {
  triggered: { tone: 'error', icon: NotificationsActiveIcon },
  acknowledged: { tone: 'warning', icon: VisibilityIcon },
  resolved: { tone: 'ok', icon: CheckCircleOutlineIcon },
  closed: { tone: 'neutral', icon: ArchiveIcon },
};
