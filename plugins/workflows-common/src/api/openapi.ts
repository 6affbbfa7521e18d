import type { JsonObject } from '@backstage/types';
import { componentSchemas } from './openapi/components';
import { pathObjects } from './openapi/paths';

/**
 * The OpenAPI 3.1 document of the plugin's HTTP API, made from the zod schemas.
 * The router validates with it and openapi.yaml is written from it.
 *
 * @public
 */
export function buildOpenApiDocument(): JsonObject {
  return {
    openapi: '3.1.0',
    info: {
      title: 'workflows',
      version: '1',
      description: 'Incident workflow automation',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    components: { schemas: componentSchemas() },
    paths: pathObjects(),
  };
}
