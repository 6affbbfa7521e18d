import type { JsonValue } from '@backstage/types';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import type {
  ConditionLeaf,
  FieldDescriptor,
} from 'backstage-plugin-workflows-common';
import { useId } from 'react';
import { useTexts } from '../../../texts';
import { Field } from '../fields/Field';
import {
  localTime,
  timeOf,
  valueKind,
  valueText,
  valuesOf,
} from './conditionValue';
import { useValueChoices } from './useValueChoices';

interface Props {
  leaf: ConditionLeaf;
  field: FieldDescriptor | undefined;
  onChange: (leaf: ConditionLeaf) => void;
}

/** What a comparison compares with: nothing, one value or several. */
export const ConditionValueField = (props: Props) => {
  const { t } = useTexts();
  const { leaf, field, onChange } = props;
  const { value } = leaf;
  const kind = valueKind(leaf.operator);
  if (kind === 'none') {
    return null;
  }
  if (kind === 'many') {
    return <SuggestedValue {...props} isMany />;
  }
  const set = (next: JsonValue) => onChange({ ...leaf, value: next });
  const label = t('builder.condition.value');
  if (field?.type === 'boolean' && (value === '' || isBoolean(value))) {
    return (
      <Field
        select
        label={label}
        value={String(value)}
        onChange={event => set(event.target.value === 'true')}
      >
        <MenuItem value="true">{t('inspector.condition.yes')}</MenuItem>
        <MenuItem value="false">{t('inspector.condition.no')}</MenuItem>
      </Field>
    );
  }
  const time = field?.type === 'time' ? localTime(value) : undefined;
  if (time !== undefined) {
    return (
      <Field
        type="datetime-local"
        label={label}
        helperText={t('inspector.condition.timeHelp')}
        InputLabelProps={{ shrink: true }}
        value={time}
        onChange={event => set(timeOf(event.target.value))}
      />
    );
  }
  return <SuggestedValue {...props} isMany={false} />;
};

/** Text with the values that the field had; others may be typed. */
const SuggestedValue = (props: Props & { isMany: boolean }) => {
  const { t } = useTexts();
  const { leaf, field, isMany, onChange } = props;
  const { choices, onTerm } = useValueChoices(leaf.field, field);
  const id = useId();
  const typed = (text: string): JsonValue =>
    field?.type === 'number' &&
    text.trim() !== '' &&
    Number.isFinite(Number(text))
      ? Number(text)
      : text;
  const shared = {
    id,
    fullWidth: true,
    freeSolo: true as const,
    disableClearable: true as const,
    getOptionLabel: valueText,
    getOptionSelected: (option: JsonValue, chosen: JsonValue) =>
      valueText(option) === valueText(chosen),
    renderOption: (option: JsonValue) => {
      const count = choices.find(({ value }) => value === option)?.count;
      return (
        <span>
          {valueText(option)}
          {count !== undefined && (
            <small> {t('inspector.condition.seen', { count })}</small>
          )}
        </span>
      );
    },
  };
  const options = choices.map(({ value }) => value as JsonValue);
  return isMany ? (
    <Autocomplete<JsonValue, true, true, true>
      key="many"
      {...shared}
      multiple
      autoSelect
      options={options}
      value={valuesOf(leaf.value)}
      onInputChange={(_, text) => onTerm(text)}
      onChange={(_, values) =>
        onChange({
          ...leaf,
          value: values.map(value =>
            typeof value === 'string' ? typed(value) : value,
          ),
        })
      }
      renderInput={params => (
        <TextField
          {...params}
          label={t('builder.condition.values')}
          helperText={t('builder.condition.valuesHelp')}
        />
      )}
    />
  ) : (
    <Autocomplete<JsonValue, false, true, true>
      key="one"
      {...shared}
      options={options}
      value={leaf.value ?? ''}
      inputValue={valueText(leaf.value)}
      onChange={(_, value) => onChange({ ...leaf, value })}
      onInputChange={(_, text, reason) => {
        if (reason === 'input') {
          onTerm(text);
          onChange({ ...leaf, value: typed(text) });
        }
      }}
      renderInput={params => (
        <TextField {...params} label={t('builder.condition.value')} />
      )}
    />
  );
};

function isBoolean(value: JsonValue | undefined) {
  return typeof value === 'boolean';
}
