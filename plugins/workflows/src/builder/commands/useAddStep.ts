import { useCallback } from 'react';
import { focusNode } from '../canvas/focusNode';
import { useReveal } from '../canvas/useReveal';
import {
  useBuilderEnvironment,
  useEditDefinition,
} from '../context/BuilderContext';
import { snap } from '../model/geometry';
import type { NodeTemplate } from '../model/nodeTemplate';
import { type StepPlace, addStep } from '../model/operations/addStep';
import { useSaid } from './useSaid';

/** Adds a step at a place, selects it, and says where it went. */
export function useAddStep() {
  const { store } = useBuilderEnvironment();
  const edit = useEditDefinition();
  const reveal = useReveal();
  const { t, say, nameOf } = useSaid();
  return useCallback(
    (template: NodeTemplate, place: StepPlace) => {
      let nodeId = '';
      edit(definition => {
        const added = addStep(definition, template, place);
        nodeId = added.nodeId;
        return added.definition;
      });
      const { edges, nodes } = store.getState().document.definition;
      const { position } = nodes.find(({ id }) => id === nodeId)!;
      // What was put somewhere is in sight there, unless the place was taken.
      const wish = 'position' in place ? place.position : undefined;
      if (!wish || snap(wish.x) !== position.x || snap(wish.y) !== position.y) {
        reveal(nodeId);
      } else {
        store.getState().select([nodeId]);
      }
      focusNode(nodeId);
      const before = edges.find(edge => edge.target === nodeId);
      say(
        before
          ? t('builder.said.addedAfter', {
              name: nameOf(nodeId),
              before: nameOf(before.source),
            })
          : t('builder.said.added', { name: nameOf(nodeId) }),
      );
      return nodeId;
    },
    [store, edit, reveal, t, say, nameOf],
  );
}
