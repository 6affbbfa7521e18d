import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import type { FieldProps } from '@rjsf/utils';
import type { Condition } from 'backstage-plugin-workflows-common';
import { useDefinition } from '../../context/BuilderContext';
import { ConditionRows } from '../conditions/ConditionRows';
import { fieldSuggestions } from '../conditions/fieldSuggestions';

/** Conditions that must all hold, in a schema's form. */
export const ConditionsField = (props: FieldProps) => {
  const { schema, name, formData = [], onChange } = props;
  const fields = fieldSuggestions(useDefinition(), false);
  return (
    <div>
      <FormLabel>{schema.title ?? name}</FormLabel>
      <FormHelperText>{schema.description}</FormHelperText>
      <ConditionRows
        conditions={formData}
        fields={fields}
        onChange={(next: Condition[]) =>
          onChange(next.length > 0 ? next : undefined)
        }
      />
    </div>
  );
};
