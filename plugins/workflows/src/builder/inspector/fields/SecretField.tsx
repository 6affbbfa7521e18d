import type { FieldProps } from '@rjsf/utils';
import { SecretNameField } from './SecretNameField';

/** A field that holds nothing but a secret. */
export const SecretField = ({ formData, onChange }: FieldProps) => (
  <SecretNameField
    name={formData?.secret ?? ''}
    onChange={secret => onChange(secret ? { secret } : undefined)}
  />
);
