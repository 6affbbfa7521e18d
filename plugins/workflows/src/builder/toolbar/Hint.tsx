import Tooltip from '@material-ui/core/Tooltip';
import type { ReactElement } from 'react';

/** A tooltip that a disabled button shows as well, since it says why it is. */
export const Hint = (props: { title: string; children: ReactElement }) => (
  <Tooltip title={props.title} enterDelay={400}>
    <span>{props.children}</span>
  </Tooltip>
);
