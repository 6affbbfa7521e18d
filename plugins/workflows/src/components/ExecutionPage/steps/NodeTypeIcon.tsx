import CallSplitIcon from '@material-ui/icons/CallSplit';
import FlashOnIcon from '@material-ui/icons/FlashOn';
import SendIcon from '@material-ui/icons/Send';
import TimerIcon from '@material-ui/icons/Timer';
import type { WorkflowNode } from 'backstage-plugin-workflows-common';

const ICONS = {
  trigger: FlashOnIcon,
  action: SendIcon,
  condition: CallSplitIcon,
  delay: TimerIcon,
};

/** The kind of a node as a picture; the words stand beside it. */
export function NodeTypeIcon(props: { type: WorkflowNode['type'] }) {
  const Icon = ICONS[props.type];
  return <Icon fontSize="small" aria-hidden />;
}
