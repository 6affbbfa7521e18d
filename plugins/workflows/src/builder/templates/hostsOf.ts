import type { JsonValue } from '@backstage/types';
import { secretHost } from 'backstage-plugin-workflows-common';

const LITERAL_URL = /^https?:\/\/[^\s/?#{}@\\]+/;

/** The hosts that a step's settings name by URLs; a secret is meant for them. */
export function hostsOf(config: JsonValue | undefined): string[] {
  if (typeof config === 'string') {
    const [url] = LITERAL_URL.exec(config) ?? [];
    return url && URL.canParse(url) ? [secretHost(new URL(url))] : [];
  }
  if (typeof config !== 'object' || config === null) {
    return [];
  }
  return [
    ...new Set(
      Object.values(config).flatMap(item => hostsOf(item as JsonValue)),
    ),
  ];
}
