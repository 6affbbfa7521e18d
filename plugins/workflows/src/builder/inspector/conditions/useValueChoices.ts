import type { FieldDescriptor } from 'backstage-plugin-workflows-common';
import { useState } from 'react';
import { useEntityRefs } from '../../catalog/useEntityRefs';

/** Fields that hold a ref, with the kinds that it may be of. */
const REF_KINDS: Record<string, readonly string[]> = {
  ownerRef: ['group', 'user'],
  'entity.owner': ['group', 'user'],
  systemRef: ['system'],
  'entity.system': ['system'],
  'entity.domain': ['domain'],
  entityRef: ['component', 'api', 'resource', 'system', 'domain'],
};
const NO_KINDS: readonly string[] = [];

interface ValueChoice {
  value: string | number | boolean;
  /** Of incidents that had it, when that is known. */
  count?: number;
}

/** Values to compare a field with: those that it can have or had, and the catalog's. */
export function useValueChoices(
  path: string,
  field: FieldDescriptor | undefined,
) {
  const [term, onTerm] = useState('');
  const kinds = REF_KINDS[path] ?? NO_KINDS;
  const found = useEntityRefs({ kinds, term, enabled: kinds.length > 0 });
  const seen: ValueChoice[] = field?.values ?? [];
  const further: ValueChoice[] = [
    ...(field?.oneOf ?? []),
    ...found.choices.map(({ ref }) => ref),
  ]
    .filter(value => !seen.some(choice => choice.value === value))
    .map(value => ({ value }));
  return { choices: [...seen, ...further], onTerm };
}
