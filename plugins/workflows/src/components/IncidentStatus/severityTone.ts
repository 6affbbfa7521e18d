import type { Tone } from '../StatusChip/tones';

const TONES: [Tone, RegExp][] = [
  ['error', /^(critical|fatal|emergency|high|sev-?[01]|p[01])$/i],
  ['warning', /^(error|major|medium|warn(ing)?|sev-?[23]|p[23])$/i],
  ['info', /^(info(rmational)?|low|minor|notice|sev-?[45]|p[45])$/i],
];

/** Senders spell severities as they like: known words get a colour, others none. */
export function severityTone(severity: string): Tone {
  return (
    TONES.find(([, pattern]) => pattern.test(severity.trim()))?.[0] ?? 'neutral'
  );
}
