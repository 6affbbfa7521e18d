import type { Config } from '@backstage/config';

interface Labelled {
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
}

/**
 * Where an alert names its catalog entity: the label or annotation that
 * `entityLabel` in the configuration names, by default the label
 * `backstage_entity` or the annotation `backstage.io/entity-ref`.
 */
export function readEntityLabel(
  config: Config,
): (alert: Labelled) => string | undefined {
  const name = config.getOptionalString('entityLabel');
  return ({ labels, annotations }) =>
    (name
      ? own(labels, name) ?? own(annotations, name)
      : own(labels, 'backstage_entity') ??
        own(annotations, 'backstage.io/entity-ref')) || undefined;
}

function own(texts: Readonly<Record<string, string>>, name: string) {
  return Object.hasOwn(texts, name) ? texts[name] : undefined;
}
