import { z } from 'zod';
import { secretRefSchema } from './secretRef';

const HTTP_URL = /^https?:\/\/[^\s/?#{}@\\]+(?:[/?][^\s#{}]*)?$/;

export const bearerSchema = z
  .strictObject({
    type: z.literal('bearer'),
    token: secretRefSchema.meta({ title: 'Token' }),
  })
  .meta({ title: 'Bearer token' });

const basicSchema = z
  .strictObject({
    type: z.literal('basic'),
    username: z.string().min(1).max(256).meta({ title: 'User name' }),
    password: secretRefSchema.meta({ title: 'Password' }),
  })
  .meta({ title: 'User name and password' });

export const oauth2Schema = z
  .strictObject({
    type: z.literal('oauth2'),
    tokenUrl: z
      .string()
      .max(2048)
      .regex(HTTP_URL, 'must be a literal http:// or https:// URL')
      .meta({
        title: 'Token URL',
        description: 'Where a token is asked for. Literal, no template.',
      }),
    clientId: z.string().min(1).max(256).meta({ title: 'Client id' }),
    clientSecret: secretRefSchema.meta({
      title: 'Client secret',
      description:
        'Allowed for the token server’s host and for the host of the request.',
    }),
    scope: z.string().min(1).max(1024).meta({ title: 'Scope' }).optional(),
    audience: z
      .string()
      .min(1)
      .max(1024)
      .meta({ title: 'Audience' })
      .optional(),
  })
  .meta({
    title: 'OAuth 2.0 client credentials',
    description: 'RFC 6749, section 4.4.',
  });

/**
 * How a request shows who sends it. Every credential is a reference to a secret
 * of the workflow; no field of it is a template.
 *
 * @public
 */
export const authSchema = z
  .discriminatedUnion('type', [
    z
      .strictObject({ type: z.literal('none') })
      .meta({ title: 'None', description: 'No credentials.' }),
    bearerSchema,
    basicSchema,
    oauth2Schema,
  ])
  .meta({ title: 'Authentication' });

/** @public */
export type Auth = z.infer<typeof authSchema>;

/**
 * {@link authSchema} where a service takes nobody without credentials.
 *
 * @public
 */
export const credentialsSchema = z
  .discriminatedUnion('type', [basicSchema, bearerSchema, oauth2Schema])
  .meta({ title: 'Authentication' });
