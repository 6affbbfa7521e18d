import { z } from 'zod';

/** @public */
export const retryExecutionSchema = z
  .strictObject({
    /**
     * `failed` takes over what ended well and goes on with the step that did not;
     * `start` runs all steps again.
     */
    from: z.enum(['failed', 'start']),
    /**
     * The definition that the run had, or the one that is published now. Default
     * `same`; `failed` knows only that.
     */
    useVersion: z.enum(['same', 'published']).optional(),
    /**
     * Which steps keep their effect key, and with it the stored request. Absent:
     * those that failed or are in doubt. `true`: all. `false`: none, so that
     * everything is done again.
     */
    sameEffects: z.boolean().optional(),
  })
  .refine(
    ({ from, useVersion }) => from === 'start' || useVersion !== 'published',
    {
      path: ['useVersion'],
      message:
        'must be same when from is failed: steps of one version cannot be taken over by another',
    },
  );

/** @public */
export type RetryExecutionRequest = z.infer<typeof retryExecutionSchema>;
