import {
  CONDITION_MATCHES,
  CONDITION_OPERATORS,
  type WorkflowNode,
  workflowEdgeSchema,
  workflowNoteSchema,
} from 'backstage-plugin-workflows-common';
import { z } from 'zod';
import type { Clip } from './clipboard';

const FORMAT = 'backstage-workflows/steps@1';

/** What is on the clipboard: JSON, so that it goes from browser to browser. */
export function textOf(clip: Clip): string {
  return JSON.stringify({ format: FORMAT, ...clip }, null, 2);
}

/** A text of the clipboard as steps; `undefined` when it is something else. */
export function parseClipText(text: string): Clip | undefined {
  if (!text.includes(FORMAT)) {
    return undefined;
  }
  try {
    const { format: _, ...clip } = clipSchema.parse(JSON.parse(text));
    return clip.nodes.length + clip.notes.length > 0 ? clip : undefined;
  } catch {
    return undefined;
  }
}

// A step that is not filled in yet may be copied too: what a step must hold to
// be drawn is here, and validation says what is missing.
const placed = {
  id: z.string().min(1).max(64),
  position: z.object({ x: z.number(), y: z.number() }),
};
const conditionsSchema: z.ZodType = z.array(
  z.union([
    z.object({
      field: z.string(),
      operator: z.enum(CONDITION_OPERATORS).optional(),
      value: z.json().optional(),
    }),
    z.object({
      match: z.enum(CONDITION_MATCHES),
      conditions: z.lazy(() => conditionsSchema),
    }),
  ]),
);
const label = z.string().optional();
const nodeSchema = z.discriminatedUnion('type', [
  z.object({
    ...placed,
    type: z.literal('action'),
    data: z.looseObject({
      label,
      actionType: z.string().min(1).max(200),
      config: z.record(z.string(), z.json()),
    }),
  }),
  z.object({
    ...placed,
    type: z.literal('condition'),
    data: z.looseObject({
      label,
      match: z.enum(CONDITION_MATCHES),
      conditions: conditionsSchema,
    }),
  }),
  z.object({
    ...placed,
    type: z.literal('delay'),
    data: z.looseObject({ label, duration: z.string().optional() }),
  }),
]) as unknown as z.ZodType<WorkflowNode>;

const clipSchema = z
  .object({
    format: z.literal(FORMAT),
    nodes: z.array(nodeSchema),
    edges: z.array(workflowEdgeSchema),
    notes: z.array(workflowNoteSchema),
  })
  .refine(({ nodes, edges }) => {
    const ids = new Set(nodes.map(({ id }) => id));
    return (
      ids.size === nodes.length &&
      edges.every(({ source, target }) => ids.has(source) && ids.has(target))
    );
  });
