import { z } from 'zod';

/** Longer texts are cut: an incident is kept with each of its events. */
const MAX_LENGTH = 10_000;

/**
 * A text that a sender may leave out, send empty, null or as a number. What is
 * neither says nothing, and is no reason to refuse the rest.
 */
export const looseText = z
  .unknown()
  .transform(value =>
    typeof value === 'string' || typeof value === 'number'
      ? String(value).slice(0, MAX_LENGTH) || undefined
      : undefined,
  )
  .optional();

/** What names an incident. Some senders' ids are numbers. */
export const idText = z.union([
  z.string().min(1),
  z.number().transform(String),
]);

/** A list of which the unintelligible says nothing, and of which the rest is cut. */
export function looseList<T>(item: z.ZodType<T>, maxItems: number = 50) {
  return z
    .array(z.unknown())
    .catch([])
    .transform(elements =>
      elements.slice(0, maxItems).flatMap(element => {
        const { success, data } = item.safeParse(element);
        return success ? [data] : [];
      }),
    );
}

/** An object that a sender may leave out, or send as something else. */
export function looseObject<T extends z.ZodRawShape>(shape: T) {
  return z.object(shape).optional().catch(undefined);
}
