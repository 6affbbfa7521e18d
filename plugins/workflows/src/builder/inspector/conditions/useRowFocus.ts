import { useEffect, useRef } from 'react';

/** Takes the focus along when rows change places, come and go. */
export function useRowFocus() {
  const list = useRef<HTMLUListElement>(null);
  const wanted = useRef<{ row: number; action: string }>();
  useEffect(() => {
    const to = wanted.current;
    wanted.current = undefined;
    if (!to || !list.current) {
      return;
    }
    const row = list.current.children[to.row];
    const target =
      (to.action !== 'field' &&
        row?.querySelector<HTMLElement>(`[data-action="${to.action}"]`)) ||
      row?.querySelector<HTMLElement>('input') ||
      // Without any row the button that adds one is what is left.
      list.current.parentElement?.querySelector<HTMLElement>(
        '[data-action="add"]',
      );
    target?.focus();
  });
  return {
    list,
    focusRow: (row: number, action: string) => {
      wanted.current = { row, action };
    },
  };
}
