/** Marks a field whose keys are its own until it is left. */
export const OWN_KEYS = 'data-own-keys';

/** Whether a key goes into a text that is being typed. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest(
        'input:not([type=checkbox]):not([type=radio]), textarea, select, [role=textbox]',
      ) !== null)
  );
}
