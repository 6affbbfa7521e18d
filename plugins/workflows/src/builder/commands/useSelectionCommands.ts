import { reachableFrom } from 'backstage-plugin-workflows-common';
import { useMemo } from 'react';
import { focusCanvas, focusNode } from '../canvas/focusNode';
import { useReveal } from '../canvas/useReveal';
import {
  useBuilderEnvironment,
  useEditDefinition,
} from '../context/BuilderContext';
import { type Direction, neighbourOf } from '../model/neighbours';
import { GRID } from '../model/geometry';
import { moveBy } from '../model/operations/move';
import { removeHealing } from '../model/operations/removeHealing';
import { useSaid } from './useSaid';

const STEPS: Record<Direction, { x: number; y: number }> = {
  up: { x: 0, y: -GRID },
  down: { x: 0, y: GRID },
  left: { x: -GRID, y: 0 },
  right: { x: GRID, y: 0 },
};

/** What is done with the selected steps and notes, or to select others. */
export function useSelectionCommands() {
  const { store } = useBuilderEnvironment();
  const edit = useEditDefinition();
  const reveal = useReveal();
  const { t, say, nameOf } = useSaid();
  return useMemo(() => {
    const definition = () => store.getState().document.definition;
    const selection = () => store.getState().selection;
    const goTo = (id: string) => {
      reveal(id);
      focusNode(id);
    };
    const select = (ids: string[]) => {
      store.getState().select(ids);
      say(t('builder.said.selected', { count: ids.length }));
    };
    return {
      goTo,

      /** To the neighbour in a direction, or to the trigger when nothing is selected. */
      goToNeighbour(direction: Direction) {
        const [id] = selection().slice(-1);
        const next = id
          ? neighbourOf(definition(), id, direction)
          : definition().nodes.find(({ type }) => type === 'trigger')?.id;
        if (next) {
          goTo(next);
        }
      },

      selectAll() {
        const { nodes, notes = [] } = definition();
        select([...nodes, ...notes].map(({ id }) => id));
      },

      /** Adds everything before, or after, what is selected. */
      selectStream(direction: 'upstream' | 'downstream') {
        const { edges } = definition();
        select([
          ...new Set(
            selection().flatMap(id => [
              id,
              ...reachableFrom(id, edges, direction),
            ]),
          ),
        ]);
      },

      clear: () => store.getState().select([]),

      moveBy(direction: Direction) {
        const ids = selection();
        edit(
          current => moveBy(current, ids, STEPS[direction]),
          `move ${ids.join(' ')}`,
        );
      },

      /** Removes what is selected; chains close up. */
      remove(edges: readonly string[] = [], nodes = selection()) {
        const before = definition();
        const [first] = nodes;
        const previous = before.edges.find(({ target }) => target === first);
        const name = first && nameOf(first);
        edit(current => removeHealing(current, { nodes, edges }));
        const after = definition();
        const count =
          before.nodes.length -
          after.nodes.length +
          (before.notes?.length ?? 0) -
          (after.notes?.length ?? 0);
        if (count === 0 && after === before) {
          return;
        }
        const next = after.nodes.find(({ id }) => id === previous?.source)?.id;
        store.getState().select(next ? [next] : []);
        if (next) {
          focusNode(next);
        } else {
          focusCanvas();
        }
        say(
          count === 1 && name
            ? t('builder.said.removed', { name })
            : t('builder.said.removedSeveral', {
                count: count || edges.length,
              }),
        );
      },
    };
  }, [store, edit, reveal, t, say, nameOf]);
}
