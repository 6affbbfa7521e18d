import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import type { FieldProps } from '@rjsf/utils';
import {
  type Condition,
  type FieldDescriptor,
  LIMITS,
} from 'backstage-plugin-workflows-common';
import { ConditionRows } from '../conditions/ConditionRows';
import { answerFields } from '../conditions/conditionFields';
import { useConditionFields } from '../conditions/useConditionFields';

/** Conditions that must all hold, in a schema's form. */
export const ConditionsField = (props: FieldProps) => {
  const { schema, name, formData = [], onChange } = props;
  const ofIncident = useConditionFields();
  const { 'x-workflows-fields': listed } = schema as {
    'x-workflows-fields'?: string[];
  };
  // What its rows ask of is no incident then, and they do not nest.
  const ofAnswer: Partial<Parameters<typeof ConditionRows>[0]> = listed
    ? {
        depth: LIMITS.conditionDepth,
        start: { field: listed[0], operator: 'equals', value: '' },
      }
    : {};
  const fields: readonly FieldDescriptor[] = listed
    ? answerFields(listed)
    : ofIncident;
  return (
    <div>
      <FormLabel>{schema.title ?? name}</FormLabel>
      <FormHelperText>{schema.description}</FormHelperText>
      <ConditionRows
        {...ofAnswer}
        conditions={formData}
        fields={fields}
        onChange={(next: Condition[]) =>
          onChange(next.length > 0 ? next : undefined)
        }
      />
    </div>
  );
};
