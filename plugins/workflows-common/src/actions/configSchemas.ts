import { z } from 'zod';
import { jsonValueSchema } from '../json';

/*
 * Config schemas of the built-in actions. They are read by people as forms, by
 * the router as validation and by the docs as tables; so they hold no
 * transforms, and every field has a title and a description. Strings are
 * templates unless the description says otherwise.
 */

/** @public */
export const runbookConfigSchema = z.strictObject({
  templateRef: z.string().min(1).meta({ title: 'Scaffolder template' }),
  values: z
    .record(z.string(), jsonValueSchema)
    .meta({ title: 'Values' })
    .optional(),
});

/** @public */
export type RunbookConfig = z.infer<typeof runbookConfigSchema>;
