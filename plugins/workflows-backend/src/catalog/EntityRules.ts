import type { JsonObject } from '@backstage/types';
import {
  type Condition,
  type FoldedIncident,
  evaluate,
  renderConfig,
} from 'backstage-plugin-workflows-common';
import type { EntityLookup, RuleRef } from './EntityLookup';

/** A configured way from what an incident says to its entity. */
export interface EntityRule {
  /** Its key in the configuration. */
  key: string;
  /** All of them must hold. */
  when: Condition[];
  /** A template over the incident. */
  entityRef: string;
}

/** A folded incident with where it comes from. */
export type SourcedIncident = FoldedIncident & {
  sourceId: string;
  incidentKey: string;
};

/** The rules of `workflows.catalog.rules`, and what to look for with them. */
export class EntityRules {
  static create(options: { rules: readonly EntityRule[] }) {
    return new EntityRules(options.rules);
  }

  private constructor(private readonly rules: readonly EntityRule[]) {}

  /** By what the entity of an incident is found. Pure. */
  lookup(incident: SourcedIncident): EntityLookup {
    return {
      byHand: incident.entityByHand,
      entityRef: incident.entityRef,
      annotations: incident.entityAnnotations,
      rules: this.refs(incident),
      service: incident.service,
    };
  }

  private refs(incident: SourcedIncident): RuleRef[] {
    const context = incident as unknown as JsonObject;
    return this.rules
      .filter(
        ({ when }) =>
          evaluate({ match: 'all', conditions: when }, context).holds,
      )
      .flatMap(({ key, entityRef }) => {
        const ref = render(entityRef, context);
        return ref ? [{ rule: key, ref }] : [];
      });
  }
}

/** A rule that cannot be rendered for this incident leads nowhere. */
function render(template: string, context: JsonObject): string | undefined {
  try {
    const ref = renderConfig(template, context);
    return typeof ref === 'string' ? ref.trim() : undefined;
  } catch {
    return undefined;
  }
}
