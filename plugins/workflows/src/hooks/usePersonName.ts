import { useEntityPresentation } from '@backstage/plugin-catalog-react';

/** What a person is called in a sentence: their display name, else a short ref. */
export function usePersonName(userRef: string): string {
  return useEntityPresentation(userRef, {
    defaultKind: 'user',
    defaultNamespace: 'default',
  }).primaryTitle;
}
