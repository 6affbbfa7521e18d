import type { JsonObject } from '@backstage/types';
import { buildOpenApiDocument } from 'backstage-plugin-workflows-common';
import { z } from 'zod';

/**
 * Holds an answer to what openapi.yaml promises of the route. Throws a ZodError
 * that names each place where it differs.
 */
export function assertAnswers(
  route: string,
  answer: { status: number; body: unknown },
): void {
  const document = JSON.parse(
    JSON.stringify(buildOpenApiDocument()).replaceAll(
      '#/components/schemas/',
      '#/$defs/',
    ),
  );
  const [method, path] = route.split(' ');
  const responses = document.paths[path][method.toLowerCase()].responses;
  const response = responses[answer.status];
  if (!response) {
    throw new Error(
      `${route} answered ${answer.status}, known are ${Object.keys(responses)}`,
    );
  }
  if (response.content) {
    const schema: JsonObject = {
      ...response.content['application/json'].schema,
      $defs: document.components.schemas,
    };
    z.fromJSONSchema(schema as any).parse(answer.body);
  }
}

/** Every route of the document, for example `GET /workflows/{id}`. */
export function documentedRoutes(): string[] {
  const { paths } = buildOpenApiDocument() as {
    paths: Record<string, object>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
  );
}
