/**
 * Datadog puts what happened before a title, such as `[P2] [Re-Triggered on
 * {host:web-1}]`. An incident keeps its title when it recovers, so that goes.
 */
export function datadogTitle(title: string | undefined): string | undefined {
  return title?.replace(PREFIXES, '') || title;
}

const PREFIXES =
  /^(\[(P[1-5]|(Re-)?(Triggered|Warn|No Data)|Recovered|Renotify)( (on|for) \{[^}\]]*\})?\] *)+/i;
