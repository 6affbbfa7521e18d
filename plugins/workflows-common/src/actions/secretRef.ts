import { z } from 'zod';

const SECRET_NAME = /^[A-Z][A-Z0-9_]{0,63}$/;

/** @public */
export const secretNameSchema = z
  .string()
  .regex(
    SECRET_NAME,
    'must be upper-case letters, digits and _, starting with a letter',
  );

/**
 * A reference to a secret of the workflow, by name. Typed, never text: rendered
 * text is not scanned for references, so no incident title can spell one.
 *
 * @public
 */
export const secretRefSchema = z
  .strictObject({ secret: secretNameSchema })
  .meta({ title: 'Secret', 'x-workflows-field': 'secret' });

/** @public */
export type SecretRef = z.infer<typeof secretRefSchema>;

/**
 * Whether a value is exactly a secret reference: one own field, a valid name.
 *
 * @public
 */
export function isSecretRef(value: unknown): value is SecretRef {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 1 &&
    Object.hasOwn(value, 'secret') &&
    typeof (value as SecretRef).secret === 'string' &&
    SECRET_NAME.test((value as SecretRef).secret)
  );
}
