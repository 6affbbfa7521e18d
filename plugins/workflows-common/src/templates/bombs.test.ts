import type { JsonValue } from '@backstage/types';
import { LIMITS } from '../limits';
import { BOMBS, CLUSTER_BOMBS, bombContext, many } from '../testing/bombs';
import { TemplateError } from './TemplateError';
import { TemplateRenderer } from './TemplateRenderer';
import { renderConfig } from './render';

/*
 * That each is stopped, and by which limit. How long the event loop is blocked
 * until then is for `npm run bench:templates` to say.
 */

function errorOf(config: JsonValue): unknown {
  try {
    return renderConfig(config, bombContext);
  } catch (error) {
    return error;
  }
}

it.each(BOMBS)(
  '%s ends as an error that names the limit',
  (_, template, message) => {
    const error = errorOf(template);
    expect(error).toBeInstanceOf(TemplateError);
    expect((error as Error).message).toMatch(message);
  },
);

it.each(CLUSTER_BOMBS)('many %s, end the step', (_, template, message) => {
  expect(errorOf([template])).toEqual([expect.any(String)]);
  expect(() => renderConfig(many(template), bombContext)).toThrow(message);
});

it.each(CLUSTER_BOMBS)(
  'many %s, end the step in whatever fields they stand',
  (_, template, message) => {
    const renderer = TemplateRenderer.create(many(template), bombContext);
    expect(() =>
      many(template).forEach((field, index) =>
        renderer.render(field, `field ${index}`),
      ),
    ).toThrow(message);
  },
);

it('counts each part of a URL', () => {
  const parts = LIMITS.templatesPerConfig + 1;
  const url = `https://x.example/${'{{ 1 }}'.repeat(parts)}`;
  expect(() =>
    TemplateRenderer.create(url, bombContext).renderUrl(url, 'url'),
  ).toThrow('url: one step renders at most 200 templates');
});

it('leaves room for a small loop in each of many templates', () => {
  const template =
    '{% for i in [1, 2, 3] %}{% if i %}{{ i }} {% endif %}{% endfor %}';
  expect(renderConfig(many(template), bombContext)).toHaveLength(
    LIMITS.templatesPerConfig,
  );
});
