import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildOpenApiDocument } from 'backstage-plugin-workflows-common';
import { load } from 'js-yaml';

describe('openapi.yaml', () => {
  it('says what the schemas say; if not, run: yarn build:openapi', () => {
    const written = load(
      readFileSync(resolve(__dirname, 'openapi.yaml'), 'utf8'),
    );
    expect(written).toEqual(JSON.parse(JSON.stringify(buildOpenApiDocument())));
  });
});
