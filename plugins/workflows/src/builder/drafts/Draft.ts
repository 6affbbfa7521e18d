import { z } from 'zod';
import type { BuilderDocument } from '../model/document';

/** Work that was not saved, as the browser keeps it. */
export interface Draft {
  document: BuilderDocument;
  /** The version that the work began at, and what it held. */
  base: { document: BuilderDocument; version: number };
  /** When it was kept, ISO 8601. */
  at: string;
}

const point = z.looseObject({ x: z.number(), y: z.number() });
const item = z.looseObject({ id: z.string(), position: point });

// What the canvas needs so as not to break; the rest is what validation is for.
const document = z.looseObject({
  name: z.string(),
  description: z.string(),
  definition: z.looseObject({
    nodes: z.array(
      item.extend({
        type: z.enum(['trigger', 'action', 'condition', 'delay']),
        data: z.looseObject({}),
      }),
    ),
    edges: z.array(
      z.looseObject({ id: z.string(), source: z.string(), target: z.string() }),
    ),
    notes: z
      .array(
        item.extend({
          text: z.string(),
          size: z.looseObject({ width: z.number(), height: z.number() }),
        }),
      )
      .optional(),
    trigger: z.looseObject({
      type: z.string(),
      conditions: z.array(z.looseObject({})),
    }),
    settings: z.looseObject({}),
  }),
});

const schema = z.object({
  document,
  base: z.object({ document, version: z.int() }),
  at: z.iso.datetime(),
});

/** What was kept, unless there is nothing or it is damaged. */
export function parseDraft(text: string | null): Draft | undefined {
  try {
    const { data } = schema.safeParse(JSON.parse(text ?? 'null'));
    return data as unknown as Draft | undefined;
  } catch {
    return undefined;
  }
}
