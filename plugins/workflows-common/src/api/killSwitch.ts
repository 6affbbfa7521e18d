import { z } from 'zod';

/** @public */
export const putKillSwitchSchema = z.discriminatedUnion('on', [
  z.strictObject({
    on: z.literal(true),
    /** Every page shows it. */
    reason: z.string().trim().min(1, 'must say why').max(500),
  }),
  z.strictObject({
    on: z.literal(false),
    /** For the audit log alone. */
    reason: z.string().trim().max(500).optional(),
  }),
]);

/** @public */
export type PutKillSwitchRequest = z.infer<typeof putKillSwitchSchema>;

/**
 * What stops all workflows of the portal. While it is on no step starts;
 * incidents are taken in, and the runs that they set off wait.
 *
 * @public
 */
export interface KillSwitch {
  /** By an admin, by the configuration, or both. */
  on: boolean;
  /** Whether `workflows.killSwitch` is set, which no request can undo. */
  configured: boolean;
  /** Why an admin switched it on. */
  reason?: string;
  /** Who switched it on; absent when only the configuration did. */
  changedBy?: string;
  /** When, ISO 8601. */
  changedAt?: string;
}
