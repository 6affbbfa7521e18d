import type { WorkflowNode } from 'backstage-plugin-workflows-common';
import { useCallback } from 'react';
import { type Translate, useTexts } from '../../texts';
import { useFieldName } from '../inspector/useFieldName';
import type { Place } from './model/Difference';

/** What may be taken from one side or the other, in the inspector's words. */
export function useFieldText() {
  const { t } = useTexts();
  const nameOf = useFieldName();
  return useCallback(
    ({ kind, path }: Place, node?: WorkflowNode): string => {
      if (kind === 'edges') {
        return edgeField(path[0], t);
      }
      return path.length === 0
        ? t(`saving.field.${kind === 'note' ? 'note' : 'step'}`)
        : nameOf(kind, path, node);
    },
    [t, nameOf],
  );
}

function edgeField(wayOut: string | undefined, t: Translate) {
  switch (wayOut) {
    case 'true':
      return t('builder.inspector.nextTrue');
    case 'false':
      return t('builder.inspector.nextFalse');
    default:
      return t('builder.inspector.nextStep');
  }
}
