import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useTexts } from '../../texts';
import { errorMessage } from '../Notice/errorMessage';

/** Something of a list that the backend searches, picked by its name. */
export function SearchField<T extends { id: string }>(props: {
  id: string;
  label: string;
  list: { items?: T[]; error: Error | null; isLoading: boolean };
  nameOf: (item: T) => string;
  value: T | undefined;
  onPick: (item: T | undefined) => void;
  onSearch: (text: string) => void;
}) {
  const { t } = useTexts();
  const { id, label, list, nameOf, value, onPick, onSearch } = props;
  return (
    <Autocomplete
      id={id}
      options={list.items ?? []}
      loading={list.isLoading}
      value={value ?? null}
      noOptionsText={t('matching.run.none')}
      // The backend has searched.
      filterOptions={options => options}
      getOptionLabel={nameOf}
      getOptionSelected={(option, picked) => option.id === picked.id}
      renderOption={item => <span key={item.id}>{nameOf(item)}</span>}
      onChange={(_, item) => onPick(item ?? undefined)}
      onInputChange={(_, text, reason) =>
        onSearch(reason === 'input' ? text : '')
      }
      renderInput={params => (
        <TextField
          {...params}
          variant="outlined"
          label={label}
          placeholder={t('matching.run.search')}
          error={list.error !== null}
          helperText={
            list.error &&
            `${t('matching.run.listFailed')}: ${errorMessage(list.error)}`
          }
        />
      )}
    />
  );
}
