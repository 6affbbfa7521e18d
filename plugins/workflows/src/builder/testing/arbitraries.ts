import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import fc from 'fast-check';
import { emptyDefinition } from '../model/document';
import { layout } from '../model/layout';
import {
  type NodeTemplate,
  conditionTemplate,
  delayTemplate,
} from '../model/nodeTemplate';
import { addNode } from '../model/operations/addNode';
import { connect } from '../model/operations/connect';
import { move } from '../model/operations/move';
import { remove } from '../model/operations/remove';
import { setWayOut } from '../model/operations/setWayOut';
import { updateNode } from '../model/operations/updateNode';

export type Operation = (definition: WorkflowDefinition) => WorkflowDefinition;

export const webhookTemplate: NodeTemplate = {
  type: 'action',
  data: {
    actionType: 'webhook',
    config: { method: 'POST', url: 'https://chat.example.com/hook' },
  },
};

const wayOut = fc.constantFrom('true' as const, 'false' as const, undefined);
const place = fc.record({ x: fc.integer(), y: fc.integer() });

/** A node by its number, whatever number of nodes there is. */
const pick = (definition: WorkflowDefinition, index: number) =>
  definition.nodes[index % definition.nodes.length].id;

/** Any edit that the builder can make. */
export const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(webhookTemplate, conditionTemplate(), delayTemplate()),
      fc.option(place, { nil: undefined }),
      fc.nat(),
    )
    .map(
      ([template, position, after]): Operation =>
        definition =>
          addNode(definition, {
            template,
            position,
            after: pick(definition, after),
          }).definition,
    ),
  fc.tuple(fc.nat(), fc.nat(), wayOut).map(
    ([source, target, sourceHandle]): Operation =>
      definition =>
        connect(definition, {
          source: pick(definition, source),
          target: pick(definition, target),
          sourceHandle,
        }),
  ),
  fc.tuple(fc.nat(), fc.option(fc.nat(), { nil: undefined }), wayOut).map(
    ([source, target, sourceHandle]): Operation =>
      definition =>
        setWayOut(definition, {
          source: pick(definition, source),
          target: target === undefined ? undefined : pick(definition, target),
          sourceHandle,
        }),
  ),
  fc.nat().map(
    (index): Operation =>
      definition =>
        remove(definition, { nodes: [pick(definition, index)] }),
  ),
  fc.nat().map(
    (index): Operation =>
      definition =>
        remove(definition, {
          edges: definition.edges
            .slice(index % (definition.edges.length + 1))
            .map(edge => edge.id)
            .slice(0, 1),
        }),
  ),
  fc.tuple(fc.nat(), place).map(
    ([index, to]): Operation =>
      definition =>
        move(definition, new Map([[pick(definition, index), to]])),
  ),
  fc.tuple(fc.nat(), fc.string({ maxLength: 20 })).map(
    ([index, label]): Operation =>
      definition => {
        const node = definition.nodes[index % definition.nodes.length];
        return updateNode(definition, node.id, { ...node.data, label });
      },
  ),
  fc.constant<Operation>(layout),
);

/** Any definition that can be drawn. */
export const drawnDefinition = fc
  .array(operation, { maxLength: 30 })
  .map(operations =>
    operations.reduce(
      (definition, next) => next(definition),
      emptyDefinition(),
    ),
  );
