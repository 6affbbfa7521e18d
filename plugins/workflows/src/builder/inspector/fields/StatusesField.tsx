import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import {
  INCIDENT_STATUSES,
  type IncidentStatus,
} from 'backstage-plugin-workflows-common';
import { workflowsTranslationRef } from '../../../translation';
import { useId } from 'react';

/** Some statuses; none chosen means any. */
export const StatusesField = (props: {
  label: string;
  value: IncidentStatus[] | undefined;
  onChange: (value: IncidentStatus[] | undefined) => void;
}) => {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { label, value = [], onChange } = props;
  return (
    <Autocomplete
      id={useId()}
      multiple
      disableCloseOnSelect
      options={[...INCIDENT_STATUSES]}
      value={value}
      onChange={(_, next) => onChange(next.length > 0 ? next : undefined)}
      renderInput={params => (
        <TextField
          {...params}
          label={label}
          placeholder={value.length ? '' : t('builder.trigger.anyStatus')}
        />
      )}
    />
  );
};
