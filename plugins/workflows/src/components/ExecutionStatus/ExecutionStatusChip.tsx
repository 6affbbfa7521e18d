import type { ExecutionStatus } from 'backstage-plugin-workflows-common';
import { useTexts } from '../../texts';
import { StatusChip } from '../StatusChip/StatusChip';
import { EXECUTION_STATUS_LOOK } from './executionStatusLook';

/** The status of an execution as icon and word. */
export function ExecutionStatusChip(props: { status: ExecutionStatus }) {
  const { t } = useTexts();
  return (
    <StatusChip
      {...EXECUTION_STATUS_LOOK[props.status]}
      label={t(`history.executionStatus.${props.status}`)}
    />
  );
}
