import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { type ComponentName, componentRef } from './components';

/** One route, as short as it can be said. */
export interface Operation {
  operationId: string;
  summary: string;
  /** Path parameters are taken from the path; these are the query's. */
  query?: z.ZodObject;
  /** Header parameters by name. */
  headers?: Record<string, { description: string; pattern: string }>;
  body?: ComponentName;
  /** Whether a request without a body is complete. */
  bodyOptional?: boolean;
  answer:
    | { status: 200 | 201 | 202; schema: JsonObject }
    | { status: 204; schema?: undefined };
}

const PATH_PARAMETERS: Record<string, JsonObject> = {
  id: { type: 'string', format: 'uuid' },
  version: { type: 'integer', minimum: 1, maximum: 2_147_483_647 },
  name: { type: 'string', pattern: '^[A-Z][A-Z0-9_]{0,63}$' },
};

/** The OpenAPI operation object of a route. */
export function operationObject(
  path: string,
  operation: Operation,
): JsonObject {
  const { answer, body } = operation;
  return {
    operationId: operation.operationId,
    summary: operation.summary,
    parameters: [
      ...pathParameters(path),
      ...queryParameters(operation.query),
      ...headerParameters(operation.headers),
    ],
    ...(body && {
      requestBody: {
        required: !operation.bodyOptional,
        content: json(componentRef(body)),
      },
    }),
    responses: {
      [answer.status]: {
        description: operation.summary,
        ...(answer.schema && { content: json(answer.schema) }),
      },
      default: {
        description: 'What is wrong, every problem named',
        content: json(componentRef('Error')),
      },
    },
  };
}

function json(schema: JsonObject): JsonObject {
  return { 'application/json': { schema } };
}

function pathParameters(path: string): JsonObject[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: PATH_PARAMETERS[name],
  }));
}

function queryParameters(query: z.ZodObject | undefined): JsonObject[] {
  if (!query) {
    return [];
  }
  // `output`, because a coerced number accepts anything as its input.
  const { properties = {} } = z.toJSONSchema(query, {
    io: 'output',
    override: ({ jsonSchema }) => {
      if (jsonSchema.format) {
        delete jsonSchema.pattern;
      }
    },
  });
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    // So that an entity ref may be written as it is.
    allowReserved: true,
    schema: schema as JsonObject,
  }));
}

function headerParameters(headers: Operation['headers'] = {}): JsonObject[] {
  return Object.entries(headers).map(([name, { description, pattern }]) => ({
    name,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string', pattern },
  }));
}
