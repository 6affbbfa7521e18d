import type { JsonObject, JsonValue } from '@backstage/types';
import {
  type DefinitionProblem,
  type ProblemCode,
  type WorkflowDefinition,
  parseDefinition,
  validateDefinition,
} from 'backstage-plugin-workflows-common';
import { layout } from '../model/layout';

/** A field that an action does not know, or no longer: the canvas shows that it is there. */
const OF_CONFIG = /^nodes\.\d+\.data\.config\..+/;
/** Problems of the graph with which there is nothing to draw. */
const UNDRAWABLE: readonly ProblemCode[] = [
  'trigger_count',
  'node_id_duplicate',
  'edge_id_duplicate',
  'edge_end_unknown',
  'edge_to_self',
  'edge_into_trigger',
  'edge_handle',
  'edge_handle_taken',
  'graph_cycle',
];

/** A value as a definition to draw, or why it cannot be drawn. */
export function drawable(
  value: JsonValue | undefined,
): { definition: WorkflowDefinition } | { problems: DefinitionProblem[] } {
  const { placed, isArranged } = withPositions(value);
  const wrong = parseDefinition(placed).problems.filter(
    ({ code, path }) => code !== 'field_value' && !OF_CONFIG.test(path),
  );
  if (wrong.length > 0) {
    return { problems: wrong };
  }
  const definition = placed as unknown as WorkflowDefinition;
  const broken = validateDefinition(definition, { actions: [] }).filter(
    ({ code }) => UNDRAWABLE.includes(code),
  );
  return broken.length > 0
    ? { problems: broken }
    : { definition: isArranged ? definition : layout(definition) };
}

/** A definition that was written by hand may say nothing of places. */
function withPositions(value: JsonValue | undefined) {
  const { nodes } = (value ?? {}) as JsonObject;
  const isArranged =
    !Array.isArray(nodes) ||
    nodes.every(node => (node as JsonObject | null)?.position !== undefined);
  return {
    isArranged,
    placed: isArranged
      ? value
      : {
          ...(value as JsonObject),
          nodes: (nodes as JsonObject[]).map(node => ({
            position: { x: 0, y: 0 },
            ...node,
          })),
        },
  };
}
