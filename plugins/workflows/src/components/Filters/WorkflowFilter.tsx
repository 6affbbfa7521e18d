import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useId, useState } from 'react';
import { useWorkflowsQuery } from '../../hooks/useWorkflowQueries';
import { useTexts } from '../../texts';

interface Option {
  id: string;
  name: string;
}

/** One workflow, found by its name. */
export function WorkflowFilter(props: {
  value: string | undefined;
  /** The name of the value, where the page knows it. */
  valueName: string | undefined;
  onChange: (workflowId: string | undefined) => void;
}) {
  const { t } = useTexts();
  const [search, setSearch] = useState('');
  const found = useWorkflowsQuery({ search: search || undefined, limit: 20 });
  const options: Option[] = found.items ?? [];
  const known = options.find(({ id }) => id === props.value);
  const value = props.value
    ? known ?? { id: props.value, name: props.valueName ?? props.value }
    : null;
  return (
    <Autocomplete
      id={useId()}
      size="small"
      options={options}
      value={value}
      loading={found.isLoading}
      // The backend has searched already.
      filterOptions={all => all}
      getOptionLabel={option => option.name}
      getOptionSelected={(option, selected) => option.id === selected.id}
      onChange={(_, option) => props.onChange(option?.id)}
      onInputChange={(_, text, reason) =>
        setSearch(reason === 'input' ? text : '')
      }
      renderInput={params => (
        <TextField
          {...params}
          variant="outlined"
          label={t('history.executions.workflow')}
          placeholder={t('history.executions.allWorkflows')}
        />
      )}
    />
  );
}
