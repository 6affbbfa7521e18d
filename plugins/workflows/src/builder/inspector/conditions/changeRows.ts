import type { Condition } from 'backstage-plugin-workflows-common';
import type { RowAction } from './ConditionRowButtons';

/** The rows after something was done to one, and the row to go on with. */
export function changeRows(
  rows: readonly Condition[],
  index: number,
  action: RowAction,
): { conditions: Condition[]; focus: number } {
  const conditions = [...rows];
  const [row] = conditions.splice(index, 1);
  const place = { moveUp: index - 1, moveDown: index + 1 };
  switch (action) {
    case 'remove':
      return { conditions, focus: Math.min(index, conditions.length - 1) };
    case 'duplicate':
      conditions.splice(index, 0, row, row);
      return { conditions, focus: index + 1 };
    default:
      conditions.splice(place[action], 0, row);
      return { conditions, focus: place[action] };
  }
}
