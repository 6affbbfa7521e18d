import AdjustIcon from '@material-ui/icons/Adjust';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import FlashOnIcon from '@material-ui/icons/FlashOn';
import HourglassEmptyIcon from '@material-ui/icons/HourglassEmpty';
import PlayCircleOutlineIcon from '@material-ui/icons/PlayCircleOutline';
import RemoveCircleOutlineIcon from '@material-ui/icons/RemoveCircleOutline';
import SkipNextIcon from '@material-ui/icons/SkipNext';
import type SvgIcon from '@material-ui/core/SvgIcon';
import type { Tone } from '../../StatusChip/tones';
import type { RunNodeState } from '../run/toRunView';

/** How each state of a node in a run looks. */
export const RUN_STATE_LOOK: Record<
  RunNodeState,
  { tone: Tone; icon: typeof SvgIcon }
> = {
  fired: { tone: 'ok', icon: FlashOnIcon },
  pending: { tone: 'neutral', icon: AdjustIcon },
  running: { tone: 'info', icon: PlayCircleOutlineIcon },
  waiting: { tone: 'warning', icon: HourglassEmptyIcon },
  completed: { tone: 'ok', icon: CheckCircleOutlineIcon },
  failed: { tone: 'error', icon: ErrorOutlineIcon },
  skipped: { tone: 'neutral', icon: SkipNextIcon },
  not_reached: { tone: 'neutral', icon: RemoveCircleOutlineIcon },
};
