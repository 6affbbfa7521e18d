import type { AlertPayload } from './alertPayload';

type Alert = AlertPayload['alert'];

/** What some people write tags as: `service:checkout`, `env=prod`. */
const PAIR = /^([^:=\s]+)[:=](.+)$/;

/** A label is for a person to read and a workflow to ask for; so many are neither. */
const MAX_DETAILS = 100;

/** The tags that are pairs, and the alert's own details, which win. */
export function labelsOf({ tags, details }: Alert): Record<string, string> {
  return Object.fromEntries([
    ...tags.flatMap(tag => {
      const [, name, value] = PAIR.exec(tag) ?? [];
      return name ? [[name, value]] : [];
    }),
    ...Object.entries(details)
      .filter(([, value]) => value !== undefined)
      .slice(0, MAX_DETAILS),
  ]);
}

/** What the alert is about: its tag or detail `service`, else its entity. */
export function serviceOf(alert: Alert): string | undefined {
  const labels = labelsOf(alert);
  return Object.hasOwn(labels, 'service') ? labels.service : alert.entity;
}

/**
 * How Opsgenie's Backstage plugin finds the alerts of an entity is a query of
 * any form. This is the one that its documentation recommends.
 */
export function serviceSelector(
  tags: readonly string[],
): Record<string, string> | undefined {
  const tag = tags.find(candidate => candidate.startsWith('service:'));
  return tag === undefined
    ? undefined
    : { 'opsgenie.com/component-selector': `tag:"${tag}"` };
}
