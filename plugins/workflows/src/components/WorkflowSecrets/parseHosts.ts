import { secretHost } from 'backstage-plugin-workflows-common';

/** The hosts of a text: one or more, of which some may have been pasted as URLs. */
export function parseHosts(text: string): string[] {
  const hosts = text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(word =>
      /^https?:\/\//i.test(word) && URL.canParse(word)
        ? secretHost(new URL(word))
        : word.toLowerCase(),
    );
  return [...new Set(hosts)];
}
