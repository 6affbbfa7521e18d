import type { JsonObject } from '@backstage/types';
import type { EffectKind } from '../execution/types';

/**
 * An installed action as the palette, the forms and the validation see it.
 *
 * @public
 */
export interface ActionDescriptor {
  /** `webhook`, or `namespace:name` of a custom action. */
  id: string;
  title: string;
  description: string;
  /** What the action promises when an attempt ends ambiguously. */
  effect: EffectKind;
  /** JSON Schema draft-07 of the node's config. */
  configSchema: JsonObject;
  /** JSON Schema draft-07 of what later steps may use. */
  outputSchema: JsonObject;
}
