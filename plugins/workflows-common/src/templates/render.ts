import type { JsonObject, JsonValue } from '@backstage/types';
import { TemplateRenderer } from './TemplateRenderer';

/**
 * Renders every string of a config with a budget of its own; see
 * {@link TemplateRenderer.render}.
 *
 * @throws {@link TemplateError} for the first leaf that cannot be rendered
 * @public
 */
export function renderConfig(
  config: JsonValue,
  context: JsonObject,
): JsonValue {
  return TemplateRenderer.create(config, context).render(config, '');
}
