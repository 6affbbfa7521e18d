/** Names that rules commonly use, the worst first. */
const SEVERITIES = [
  ['emergency', 'disaster', 'page'],
  ['critical', 'fatal', 'sev1', 'p1'],
  ['high', 'major', 'error', 'sev2', 'p2'],
  ['medium', 'average', 'warning', 'warn', 'minor', 'sev3', 'p3'],
  ['low', 'notice', 'sev4', 'p4'],
  ['info', 'informational', 'information', 'debug', 'sev5', 'p5'],
  ['none'],
];

/**
 * The worst of some severities as the sender spells it. A name that nobody
 * knows counts as less than a known one; of equals the first in the alphabet
 * wins, so that the order of the alerts decides nothing.
 */
export function highestSeverity(
  severities: Array<string | undefined>,
): string | undefined {
  return severities
    .filter(severity => severity !== undefined && severity !== '')
    .sort()
    .sort((a, b) => rank(a!) - rank(b!))[0];
}

function rank(severity: string): number {
  const found = SEVERITIES.findIndex(names =>
    names.includes(severity.toLowerCase()),
  );
  return found < 0 ? SEVERITIES.length : found;
}
