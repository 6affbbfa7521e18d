import type { FieldProps } from '@rjsf/utils';
import { SecretNameField } from './SecretNameField';

/** A field that holds nothing but a secret. */
export const SecretField = ({ schema, formData, onChange }: FieldProps) => (
  <SecretNameField
    label={schema.title}
    help={schema.description}
    name={formData?.secret ?? ''}
    onChange={secret => onChange(secret ? { secret } : undefined)}
  />
);
