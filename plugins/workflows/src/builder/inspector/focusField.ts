const CONTROL =
  ':is(input, textarea, button, [contenteditable=true], [role=button][aria-haspopup]):not([disabled], [tabindex="-1"], [aria-hidden=true])';
const FIELD =
  ':is(input, textarea, [contenteditable=true], [role=button][aria-haspopup]):not([disabled], [aria-hidden=true])';

/**
 * Puts the focus in the inspector's field for a place of the definition, such as
 * `nodes.2.data.config.url`; where that place has no field, in the one around it.
 */
export function focusField(nodeId: string | undefined, path: string) {
  // What was just selected is in the inspector after this task.
  requestAnimationFrame(() => {
    const panel = document.querySelector('#workflow-panel-inspector');
    const field = panel && fieldAt(panel, nodeId, path.split('.'));
    field?.scrollIntoView?.({ block: 'center' });
    field?.focus({ preventScroll: true });
  });
}

function fieldAt(
  panel: Element,
  nodeId: string | undefined,
  path: readonly string[],
): HTMLElement | null {
  const [root] = path;
  // `nodes.2.data.…`; of the trigger and the settings the root is named.
  const place = path.slice(root === 'nodes' ? 3 : 1);
  const inForm = place[0] === 'config' ? place.slice(1) : place;
  const around =
    longest(inForm, part => `config-${nodeId}_${part.join('_')}`, panel) ??
    longest(inForm, part => `config-${nodeId}-${part.join('_')}`, panel) ??
    longest(place, part => part.join('.'), panel);
  const row = around && rowAt(around, place);
  const within = row ?? around ?? panel;
  const fields = within.querySelectorAll<HTMLElement>(FIELD);
  if (row && place[place.length - 1] === 'value') {
    return fields[fields.length - 1];
  }
  return (
    within.querySelector<HTMLElement>(`${FIELD}[aria-invalid=true]`) ??
    fields[0] ??
    within.querySelector<HTMLElement>(CONTROL)
  );
}

/** The innermost field that the place is, or is in. */
function longest(
  place: readonly string[],
  nameOf: (part: readonly string[]) => string,
  within: Element,
) {
  for (let length = place.length; length > 0; length--) {
    const name = nameOf(place.slice(0, length));
    const found = within.querySelector(`[data-place=${CSS.escape(name)}]`);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** The condition's row: `conditions.1.conditions.0` is the first of the second. */
function rowAt(around: Element, place: readonly string[]) {
  return place
    .slice(place.indexOf('conditions'))
    .filter(part => /^\d+$/.test(part))
    .reduce<Element | undefined>((list, index) => {
      const rows = [...(list ?? around).querySelectorAll('[data-row]')];
      const outermost = rows.filter(
        row => !rows.some(other => other !== row && other.contains(row)),
      );
      return outermost[Number(index)] ?? list;
    }, undefined);
}
