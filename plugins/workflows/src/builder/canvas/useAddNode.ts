import { useCallback } from 'react';
import {
  useBuilderEnvironment,
  useEditDefinition,
} from '../context/BuilderContext';
import type { NodeTemplate } from '../model/nodeTemplate';
import { addNode } from '../model/operations/addNode';
import { useReveal } from './useReveal';

/** Adds a node where it was dropped, or else after the selected one. */
export function useAddNode() {
  const { store } = useBuilderEnvironment();
  const edit = useEditDefinition();
  const reveal = useReveal();
  return useCallback(
    (template: NodeTemplate, position?: { x: number; y: number }) => {
      const { selection } = store.getState();
      const after =
        position || selection.length !== 1 ? undefined : selection[0];
      let added: string | undefined;
      edit(definition => {
        const result = addNode(definition, { template, position, after });
        added = result.nodeId;
        return result.definition;
      });
      if (added && position) {
        store.getState().select([added]);
      } else if (added) {
        reveal(added);
      }
    },
    [store, edit, reveal],
  );
}
