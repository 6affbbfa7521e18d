/**
 * The URL when a link to it is safe: http and https only, so that a sender
 * cannot put a `javascript:` link into the portal.
 */
export function webUrl(text: string | undefined): string | undefined {
  if (!text) {
    return undefined;
  }
  try {
    const { protocol, href } = new URL(text);
    return protocol === 'http:' || protocol === 'https:' ? href : undefined;
  } catch {
    return undefined;
  }
}
