import { type FocusEvent, useMemo, useState } from 'react';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { focusNode } from './focusNode';

/**
 * The canvas is one stop of the Tab key; arrows go from step to step. Coming in
 * leads to the selected step. While the focus is inside, the canvas itself is no
 * stop, or Shift+Tab would lead from a step to the canvas and back.
 */
export function useCanvasFocus() {
  const { store } = useBuilderEnvironment();
  const [isInside, setIsInside] = useState(false);
  const handlers = useMemo(
    () => ({
      onFocus: ({ target, currentTarget }: FocusEvent<HTMLElement>) => {
        setIsInside(true);
        const [selected] = store.getState().selection;
        if (
          selected &&
          target === currentTarget &&
          currentTarget.matches(':focus-visible')
        ) {
          focusNode(selected);
        }
      },
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) {
          setIsInside(false);
        }
      },
    }),
    [store],
  );
  return { ...handlers, tabIndex: isInside ? -1 : 0 };
}
