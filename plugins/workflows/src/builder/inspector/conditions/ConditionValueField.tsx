import type { JsonValue } from '@backstage/types';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import type { ConditionLeaf } from 'backstage-plugin-workflows-common';
import { workflowsTranslationRef } from '../../../translation';
import { SuggestField } from '../fields/SuggestField';
import { valueKind, valueText, valuesOf } from './conditionValue';
import { valueSuggestions } from './fieldSuggestions';
import { useId } from 'react';

/** What a comparison compares with: nothing, one value or several. */
export const ConditionValueField = (props: {
  leaf: ConditionLeaf;
  onChange: (leaf: ConditionLeaf) => void;
}) => {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { leaf, onChange } = props;
  const id = useId();
  const options = [...valueSuggestions(leaf.field)];
  switch (valueKind(leaf.operator)) {
    case 'none':
      return null;
    case 'many':
      return (
        <Autocomplete<JsonValue, true, false, true>
          id={id}
          multiple
          freeSolo
          options={options}
          value={valuesOf(leaf.value)}
          getOptionLabel={valueText}
          onChange={(_, value) => onChange({ ...leaf, value })}
          renderInput={params => (
            <TextField
              {...params}
              label={t('builder.condition.values')}
              helperText={t('builder.condition.valuesHelp')}
            />
          )}
        />
      );
    default:
      return (
        <SuggestField
          label={t('builder.condition.value')}
          options={options}
          value={valueText(leaf.value)}
          onChange={value => onChange({ ...leaf, value })}
        />
      );
  }
};
