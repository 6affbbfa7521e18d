/** What a step does: send to receivers that know keys or do not, or wait an hour. */
export type StepKind = 'keyed' | 'doubtful' | 'delay';

/** A workflow's steps, one after the other, by their ids. */
export type Plan = ReadonlyArray<{ id: string; kind: StepKind }>;

/** The versions that an edit chooses from. */
export const PLANS: readonly Plan[] = [
  [
    { id: 'tell', kind: 'keyed' },
    { id: 'pause', kind: 'delay' },
    { id: 'page', kind: 'doubtful' },
  ],
  [
    { id: 'page', kind: 'doubtful' },
    { id: 'tell', kind: 'keyed' },
    { id: 'note', kind: 'keyed' },
  ],
  [
    { id: 'pause', kind: 'delay' },
    { id: 'tell', kind: 'keyed' },
  ],
];

/** How a receiver answers a request; `hang` never does before its worker is gone. */
export type Answer = 'ok' | 'refused' | 'busy' | 'hang';

export const HOUR_MS = 3_600_000;
export const LEASE_MS = 10_000;
/** Of every action, with a random number that is always 1. */
export const RETRY = { attempts: 3, firstMs: 2_000, factor: 3 };
