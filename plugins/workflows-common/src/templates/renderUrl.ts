import type { JsonValue } from '@backstage/types';
import { TemplateError } from './TemplateError';
import { isTemplate } from './syntax';

/** See `TemplateRenderer.renderUrl`; `render` gives the value of one `{{ … }}`. */
export function renderUrl(
  template: string,
  path: string,
  render: (part: string) => JsonValue,
): string {
  const parts = template.split(/(\{\{.*?\}\})/s);
  const broken = parts.find((part, at) => at % 2 === 0 && isTemplate(part));
  if (broken !== undefined) {
    throw new TemplateError(
      path,
      broken.includes('{{')
        ? 'a {{ has no }}'
        : 'only {{ … }} may stand in a URL, no {% … %} or {# … #}',
    );
  }
  const url = parts
    .map((part, index) => (index % 2 === 0 ? part : encode(render(part))))
    .join('');
  if (parts.length > 1) {
    refuseDotSegments(url, path);
  }
  return url;
}

function encode(value: JsonValue): string {
  if (value === null) {
    return '';
  }
  const text = typeof value === 'object' ? JSON.stringify(value) : `${value}`;
  // A lone surrogate has no encoding.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
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
