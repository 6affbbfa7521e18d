import amber from '@material-ui/core/colors/amber';
import blue from '@material-ui/core/colors/blue';
import blueGrey from '@material-ui/core/colors/blueGrey';
import deepPurple from '@material-ui/core/colors/deepPurple';
import green from '@material-ui/core/colors/green';
import indigo from '@material-ui/core/colors/indigo';
import lightBlue from '@material-ui/core/colors/lightBlue';
import orange from '@material-ui/core/colors/orange';
import pink from '@material-ui/core/colors/pink';
import purple from '@material-ui/core/colors/purple';
import teal from '@material-ui/core/colors/teal';
import type { Theme } from '@material-ui/core/styles';
import AnnouncementIcon from '@material-ui/icons/Announcement';
import BugReportIcon from '@material-ui/icons/BugReport';
import CallSplitIcon from '@material-ui/icons/CallSplit';
import ChatIcon from '@material-ui/icons/Chat';
import ExtensionIcon from '@material-ui/icons/Extension';
import HourglassEmptyIcon from '@material-ui/icons/HourglassEmpty';
import LinearScaleIcon from '@material-ui/icons/LinearScale';
import MenuBookIcon from '@material-ui/icons/MenuBook';
import NoteIcon from '@material-ui/icons/Note';
import NotificationsActiveIcon from '@material-ui/icons/NotificationsActive';
import ReportProblemIcon from '@material-ui/icons/ReportProblem';
import SendIcon from '@material-ui/icons/Send';
import SettingsIcon from '@material-ui/icons/Settings';

type Hue = Record<300 | 800, string>;
type Icon = typeof SendIcon;

const LOOKS: Record<string, { Icon: Icon; hue: Hue }> = {
  workflow: { Icon: SettingsIcon, hue: blueGrey },
  trigger: { Icon: NotificationsActiveIcon, hue: indigo },
  condition: { Icon: CallSplitIcon, hue: amber },
  delay: { Icon: HourglassEmptyIcon, hue: deepPurple },
  note: { Icon: NoteIcon, hue: blueGrey },
  webhook: { Icon: SendIcon, hue: lightBlue },
  jira: { Icon: BugReportIcon, hue: blue },
  linear: { Icon: LinearScaleIcon, hue: purple },
  slack: { Icon: ChatIcon, hue: pink },
  notification: { Icon: AnnouncementIcon, hue: teal },
  incident: { Icon: ReportProblemIcon, hue: orange },
  runbook: { Icon: MenuBookIcon, hue: green },
};

/** The hues of custom actions: those of one namespace have the same. */
const CUSTOM: Hue[] = [teal, pink, orange, blueGrey, indigo];

/** The sign and the colour of a kind of step: a node's type, or an action's id. */
export function stepLook(kind: string): { Icon: Icon; hue: Hue } {
  return (
    LOOKS[kind] ?? {
      Icon: ExtensionIcon,
      hue: CUSTOM[hash(kind.split(':')[0])],
    }
  );
}

/** The colour as it stands out from the theme's paper. */
export function stepColor(kind: string, theme: Theme): string {
  const { hue } = stepLook(kind);
  if (theme.palette.type === 'dark') {
    return hue[300];
  }
  // Amber is too pale on white, however dark it is.
  return hue === amber ? '#8d5100' : hue[800];
}

function hash(text: string) {
  let sum = 0;
  for (const char of text) {
    sum = (sum * 31 + char.charCodeAt(0)) % 65_521;
  }
  return sum % CUSTOM.length;
}
