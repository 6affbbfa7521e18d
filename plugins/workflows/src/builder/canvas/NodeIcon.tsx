import CallSplitIcon from '@material-ui/icons/CallSplit';
import ExtensionIcon from '@material-ui/icons/Extension';
import HourglassEmptyIcon from '@material-ui/icons/HourglassEmpty';
import NotificationsActiveIcon from '@material-ui/icons/NotificationsActive';
import SendIcon from '@material-ui/icons/Send';

const ICONS: Record<string, typeof SendIcon> = {
  trigger: NotificationsActiveIcon,
  condition: CallSplitIcon,
  delay: HourglassEmptyIcon,
  webhook: SendIcon,
};

/** The sign of a kind of step: a node's type, or an action's id. */
export const NodeIcon = ({ kind }: { kind: string }) => {
  const Icon = ICONS[kind] ?? ExtensionIcon;
  return <Icon fontSize="small" aria-hidden />;
};
