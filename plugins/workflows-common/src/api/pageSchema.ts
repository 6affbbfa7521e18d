import { z } from 'zod';

/** Which part of a list. */
export const pageSchema = {
  /** Give what comes after this id (lists are ordered newest first). */
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
};
