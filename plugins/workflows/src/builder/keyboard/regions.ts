/** Marks a part of the builder that F6 goes to. */
export const REGION = 'data-builder-region';

const FOCUSABLE =
  'button:not([disabled]), a[href], input:not([disabled]), textarea:not([disabled]), [tabindex="0"]';

/** Puts the focus into the next part of the builder, or the one before. */
export function goToRegion(step: 1 | -1) {
  const regions = [
    ...document.querySelectorAll<HTMLElement>(`[${REGION}]`),
  ].filter(region => region.querySelector(FOCUSABLE));
  const current = regions.findIndex(region =>
    region.contains(document.activeElement),
  );
  const start = current < 0 && step < 0 ? 0 : current;
  const next = regions[(start + step + regions.length) % regions.length];
  const inside = [...(next?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])];
  inside.find(element => element.offsetParent !== null)?.focus();
}
