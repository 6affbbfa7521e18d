import BlockIcon from '@material-ui/icons/Block';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import HourglassEmptyIcon from '@material-ui/icons/HourglassEmpty';
import PlayCircleOutlineIcon from '@material-ui/icons/PlayCircleOutline';
import ScheduleIcon from '@material-ui/icons/Schedule';
import SkipNextIcon from '@material-ui/icons/SkipNext';
import type SvgIcon from '@material-ui/core/SvgIcon';
import type { ExecutionStatus } from 'backstage-plugin-workflows-common';
import type { Tone } from '../StatusChip/tones';

/** How each status of an execution looks, everywhere. */
export const EXECUTION_STATUS_LOOK: Record<
  ExecutionStatus,
  { tone: Tone; icon: typeof SvgIcon }
> = {
  PENDING: { tone: 'neutral', icon: ScheduleIcon },
  RUNNING: { tone: 'info', icon: PlayCircleOutlineIcon },
  WAITING: { tone: 'warning', icon: HourglassEmptyIcon },
  COMPLETED: { tone: 'ok', icon: CheckCircleOutlineIcon },
  FAILED: { tone: 'error', icon: ErrorOutlineIcon },
  CANCELLED: { tone: 'neutral', icon: BlockIcon },
  SKIPPED: { tone: 'neutral', icon: SkipNextIcon },
};
