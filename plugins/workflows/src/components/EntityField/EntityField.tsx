import { useApi } from '@backstage/core-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTexts } from '../../texts';

/** What an incident may be about; people and groups are not. */
const KINDS = ['component', 'api', 'resource', 'system', 'domain'];
const MAX_OPTIONS = 20;

/** Finds an entity of the catalog by a part of its name. */
export function EntityField(props: {
  id: string;
  value: string | undefined;
  onChange: (entityRef: string | undefined) => void;
}) {
  const { t } = useTexts();
  const catalogApi = useApi(catalogApiRef);
  const [text, setText] = useState('');
  const term = useDeferredValue(text);
  const options = useQuery({
    queryKey: ['catalog', 'entities', term],
    queryFn: async () => {
      const { items } = await catalogApi.queryEntities({
        filter: { kind: KINDS },
        fullTextFilter: {
          term,
          fields: ['metadata.name', 'metadata.title'],
        },
        orderFields: { field: 'metadata.name', order: 'asc' },
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
        limit: MAX_OPTIONS,
      });
      return items.map(item => stringifyEntityRef(item));
    },
    placeholderData: keepPreviousData,
  });
  return (
    <Autocomplete
      id={props.id}
      options={options.data ?? []}
      loading={options.isLoading}
      loadingText={t('intake.entity.loading')}
      noOptionsText={t('intake.entity.noOptions')}
      value={props.value ?? null}
      getOptionSelected={(option, value) => option === value}
      // The catalog has filtered already, by titles too.
      filterOptions={found => found}
      onChange={(_, value) => props.onChange(value ?? undefined)}
      onInputChange={(_, value, reason) =>
        setText(reason === 'input' ? value : '')
      }
      renderInput={params => (
        <TextField
          {...params}
          variant="outlined"
          label={t('intake.entity.label')}
          helperText={options.error?.message ?? t('intake.entity.help')}
          error={options.isError}
        />
      )}
    />
  );
}
