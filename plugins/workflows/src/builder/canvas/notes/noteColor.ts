import amber from '@material-ui/core/colors/amber';
import blue from '@material-ui/core/colors/blue';
import green from '@material-ui/core/colors/green';
import red from '@material-ui/core/colors/red';
import type { WorkflowNote } from 'backstage-plugin-workflows-common';

const COLORS = { yellow: amber, blue, green, red };

/** The line of a note; its ground is the same colour, thinned. */
export function noteColor(color: WorkflowNote['color'] = 'yellow'): string {
  return COLORS[color][600];
}
