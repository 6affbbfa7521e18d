import type { JsonObject } from '@backstage/types';
import {
  TemplateError,
  isTemplate,
  renderLeaf,
} from 'backstage-plugin-workflows-common';

/**
 * Renders a URL. What each `{{ … }}` gives is encoded as one part of a path or
 * query, so that a title with `/`, `?` or `#` stays inside its place. Blocks are
 * refused: what they give could not be told from what the author wrote.
 *
 * @throws TemplateError
 */
export function renderUrl(
  template: string,
  context: JsonObject,
  path: string,
): string {
  const parts = template.split(/(\{\{.*?\}\})/s);
  if (parts.some((part, index) => index % 2 === 0 && isTemplate(part))) {
    throw new TemplateError(
      path,
      'only {{ … }} may stand in a URL, no {% … %} or {# … #}',
    );
  }
  const url = parts
    .map((part, index) =>
      index % 2 === 0 ? part : encodeValue(part, context, path),
    )
    .join('');
  if (parts.length > 1) {
    refuseDotSegments(url, path);
  }
  return url;
}

function encodeValue(part: string, context: JsonObject, path: string): string {
  const value = renderLeaf(part, context, path) ?? '';
  const text = typeof value === 'object' ? JSON.stringify(value) : `${value}`;
  // A lone surrogate, which cannot be encoded, becomes U+FFFD in the buffer.
  return encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'));
}

/** No encoding protects `..`: a URL's parser takes `%2e%2e` for it as well. */
function refuseDotSegments(url: string, path: string) {
  const [beforeQuery] = url.split(/[?#]/);
  if (
    beforeQuery.split('/').some(segment => /^(\.|%2e){1,2}$/i.test(segment))
  ) {
    throw new TemplateError(path, 'a part of the path must not be . or ..');
  }
}
