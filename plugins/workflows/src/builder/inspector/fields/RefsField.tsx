import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Autocomplete from '@material-ui/lab/Autocomplete';
import type { FieldProps } from '@rjsf/utils';
import { useId, useState } from 'react';
import { useTexts } from '../../../texts';
import { type EntityChoice, useEntityRefs } from '../../catalog/useEntityRefs';

const normal = (text: string) => text.trim().toLowerCase();

const textOf = (option: string | EntityChoice) =>
  normal(
    typeof option === 'string' ? option : `${option.ref} ${option.title ?? ''}`,
  );

/** Refs of catalog entities, found by name or title; others may be typed. */
export const RefsField = (props: FieldProps) => {
  const { t } = useTexts();
  const { schema, name, formData = [], onChange } = props;
  const kinds = (schema as { 'x-workflows-kinds'?: string[] })[
    'x-workflows-kinds'
  ]!;
  const [term, setTerm] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const found = useEntityRefs({ kinds, term, enabled: isOpen });
  const [error] = props.rawErrors ?? [];
  return (
    <Autocomplete<string | EntityChoice, true, false, true>
      id={useId()}
      multiple
      freeSolo
      filterSelectedOptions
      disabled={props.disabled || props.readonly}
      options={found.choices.filter(({ ref }) => !formData.includes(ref))}
      value={formData}
      loading={found.isLoading}
      loadingText={t('inspector.refs.loading')}
      noOptionsText={t('inspector.refs.noOptions')}
      // The catalog filters, by titles too; until it has answered, what does not fit
      // must not be there for Enter to take instead of the ref that was typed.
      filterOptions={(options, { inputValue }) =>
        options.filter(option => textOf(option).includes(normal(inputValue)))
      }
      getOptionLabel={option =>
        typeof option === 'string' ? option : option.ref
      }
      renderOption={option =>
        typeof option === 'string' ? (
          option
        ) : (
          <span>
            {option.title ?? option.ref}
            <Typography variant="caption" component="div" color="textSecondary">
              {option.title && option.ref}
            </Typography>
          </span>
        )
      }
      onOpen={() => setIsOpen(true)}
      onInputChange={(_, text, reason) =>
        setTerm(reason === 'input' ? text : '')
      }
      onChange={(_, next) => {
        const refs = next
          .map(option => (typeof option === 'string' ? option : option.ref))
          .map(normal)
          .filter(Boolean);
        onChange(refs.length > 0 ? refs : undefined);
      }}
      renderInput={params => (
        <TextField
          {...params}
          label={schema.title ?? name}
          error={error !== undefined}
          helperText={schema.description}
        />
      )}
    />
  );
};
