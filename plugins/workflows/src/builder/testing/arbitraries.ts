import {
  NOTE_COLORS,
  type WorkflowDefinition,
} from 'backstage-plugin-workflows-common';
import fc from 'fast-check';
import { clipOf, paste } from '../model/clipboard';
import { emptyDefinition } from '../model/document';
import { layout } from '../model/layout';
import {
  type NodeTemplate,
  conditionTemplate,
  delayTemplate,
} from '../model/nodeTemplate';
import { type StepPlace, addStep } from '../model/operations/addStep';
import { connect } from '../model/operations/connect';
import { insertExisting } from '../model/operations/insertInto';
import { addNote, updateNote } from '../model/operations/notes';
import { removeHealing } from '../model/operations/removeHealing';
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
const coordinate = fc.integer({ min: -20_000, max: 20_000 });
const place = fc.record({ x: coordinate, y: coordinate });

/** A node by its number, whatever number of nodes there is. */
const pick = (definition: WorkflowDefinition, index: number) =>
  definition.nodes[index % definition.nodes.length].id;

/** Nodes and notes by their numbers. */
const pickAll = (
  { nodes, notes = [] }: WorkflowDefinition,
  indexes: number[],
) => {
  const all = [...nodes, ...notes];
  return indexes.map(index => all[index % all.length].id);
};

/** Any edit that the builder can make. */
export const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(webhookTemplate, conditionTemplate(), delayTemplate()),
      fc.constantFrom('free', 'edge', 'after', 'before'),
      fc.option(place, { nil: undefined }),
      fc.nat(),
    )
    .map(
      ([template, kind, position, index]): Operation =>
        definition => {
          const nodeId = pick(definition, index);
          const edge = definition.edges[index % (definition.edges.length || 1)];
          const places: Record<typeof kind, StepPlace> = {
            free: { kind: 'free', position },
            edge: { kind: 'edge', edgeId: edge?.id ?? 'none', position },
            after: { kind: 'after', nodeId, position },
            before: { kind: 'before', nodeId, position },
          };
          return addStep(definition, template, places[kind]).definition;
        },
    ),
  fc.tuple(fc.nat(), fc.nat()).map(
    ([index, edge]): Operation =>
      definition =>
        definition.edges.length > 0
          ? insertExisting(
              definition,
              definition.edges[edge % definition.edges.length].id,
              pick(definition, index),
            )
          : definition,
  ),
  fc.tuple(place, fc.string({ maxLength: 40 })).map(
    ([position, text]): Operation =>
      definition =>
        addNote(definition, { position, text }).definition,
  ),
  fc
    .tuple(
      fc.nat(),
      fc.constantFrom(...NOTE_COLORS),
      fc.integer({ min: 96, max: 800 }),
    )
    .map(
      ([index, color, width]): Operation =>
        definition => {
          const { notes = [] } = definition;
          return notes.length > 0
            ? updateNote(definition, notes[index % notes.length].id, {
                color,
                size: { width, height: 96 },
              })
            : definition;
        },
    ),
  fc
    .tuple(
      fc.array(fc.nat(), { maxLength: 6 }),
      fc.option(place, { nil: undefined }),
    )
    .map(
      ([indexes, at]): Operation =>
        definition => {
          const clip = clipOf(definition, pickAll(definition, indexes));
          return clip ? paste(definition, clip, at).definition : definition;
        },
    ),
  fc.array(fc.nat(), { maxLength: 3 }).map(
    (indexes): Operation =>
      definition =>
        removeHealing(definition, { nodes: pickAll(definition, indexes) }),
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
