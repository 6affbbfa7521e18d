import { edgesBy, findCycle, reachableFrom } from './graph';
import type { DefinitionProblem } from './problems';
import type { WorkflowDefinition } from './schema';

/** The rules of the graph: one trigger, no cycle, no orphan, one edge per way out. */
export function validateGraph(
  definition: WorkflowDefinition,
): DefinitionProblem[] {
  return [
    ...validateNodes(definition),
    ...validateNotes(definition),
    ...validateEdges(definition),
    ...validateShape(definition),
  ];
}

function validateNodes({ nodes }: WorkflowDefinition): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const triggers = nodes.filter(node => node.type === 'trigger');
  if (triggers.length !== 1) {
    problems.push({
      code: 'trigger_count',
      severity: 'error',
      ...(triggers[1] ? { nodeId: triggers[1].id } : {}),
      path: 'nodes',
      message: `there must be exactly one trigger node, found ${
        triggers.length
      }; ${triggers.length ? 'delete the others' : 'add one'}`,
    });
  }
  const seen = new Set<string>();
  nodes.forEach((node, index) => {
    if (seen.has(node.id)) {
      problems.push({
        code: 'node_id_duplicate',
        severity: 'error',
        nodeId: node.id,
        path: `nodes.${index}.id`,
        message: `the node id "${node.id}" is used twice; ids must be unique`,
      });
    }
    seen.add(node.id);
  });
  return problems;
}

/** Nodes and notes share the canvas, and so their ids. */
function validateNotes({
  nodes,
  notes = [],
}: WorkflowDefinition): DefinitionProblem[] {
  const seen = new Set(nodes.map(node => node.id));
  return notes.flatMap(({ id }, index): DefinitionProblem[] => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      {
        code: 'node_id_duplicate',
        severity: 'error',
        path: `notes.${index}.id`,
        message: `the id "${id}" of this note is used twice; ids must be unique`,
      },
    ];
  });
}

function validateEdges({
  nodes,
  edges,
}: WorkflowDefinition): DefinitionProblem[] {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const ids = new Set<string>();
  const taken = new Set<string>();
  return edges.flatMap((edge, index) => {
    const problems: DefinitionProblem[] = [];
    const add = (
      code: DefinitionProblem['code'],
      field: string,
      message: string,
      nodeId?: string,
    ) =>
      problems.push({
        code,
        severity: 'error',
        ...(nodeId ? { nodeId } : {}),
        path: `edges.${index}.${field}`,
        message,
      });
    const source = byId.get(edge.source);
    const target = byId.get(edge.target);
    const wayOut = `${edge.source} ${edge.sourceHandle ?? ''}`;
    if (ids.has(edge.id)) {
      add('edge_id_duplicate', 'id', `the edge id "${edge.id}" is used twice`);
    }
    for (const [end, node] of [
      ['source', source],
      ['target', target],
    ] as const) {
      if (!node) {
        add('edge_end_unknown', end, `there is no node "${edge[end]}"`);
      }
    }
    if (edge.source === edge.target) {
      add(
        'edge_to_self',
        'target',
        'a node cannot lead to itself',
        edge.source,
      );
    }
    if (target?.type === 'trigger') {
      add(
        'edge_into_trigger',
        'target',
        'nothing leads into the trigger',
        target.id,
      );
    }
    if (source?.type === 'condition' && !edge.sourceHandle) {
      add(
        'edge_handle',
        'sourceHandle',
        'an edge from a condition must leave by "true" or "false"',
        source.id,
      );
    }
    if (source && source.type !== 'condition' && edge.sourceHandle) {
      add(
        'edge_handle',
        'sourceHandle',
        'only a condition has the ways out "true" and "false"',
        source.id,
      );
    }
    if (taken.has(wayOut)) {
      add(
        'edge_handle_taken',
        'source',
        'at most one edge leaves by each way out',
        edge.source,
      );
    }
    ids.add(edge.id);
    taken.add(wayOut);
    return problems;
  });
}

function validateShape(definition: WorkflowDefinition): DefinitionProblem[] {
  const { nodes, edges } = definition;
  const cycle = findCycle(definition);
  if (cycle) {
    return [
      {
        code: 'graph_cycle',
        severity: 'error',
        nodeId: cycle[0],
        path: 'edges',
        message: `the steps run in a circle: ${cycle.join(
          ' → ',
        )}; remove one of these edges`,
      },
    ];
  }
  const trigger = nodes.find(node => node.type === 'trigger');
  const reached = trigger ? reachableFrom(trigger.id, edges) : new Set();
  const outgoing = edgesBy('source', edges);
  return nodes.flatMap((node, index): DefinitionProblem[] => {
    if (trigger && node.type !== 'trigger' && !reached.has(node.id)) {
      return [
        {
          code: 'node_orphan',
          severity: 'error',
          nodeId: node.id,
          path: `nodes.${index}`,
          message:
            'this step is not connected to the trigger; connect or delete it',
        },
      ];
    }
    if (node.type === 'condition' && !outgoing.has(node.id)) {
      return [
        {
          code: 'branch_open',
          severity: 'warning',
          nodeId: node.id,
          path: `nodes.${index}`,
          message: 'neither way out of this condition leads anywhere',
        },
      ];
    }
    return [];
  });
}
