import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { workflowsTranslationRef } from '../../../translation';
import { useBuilderEnvironment } from '../../context/BuilderContext';

/** Names a secret of the workflow; its value is never seen here. */
export const SecretNameField = (props: {
  name: string;
  onChange: (name: string) => void;
}) => {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { secretNames = [] } = useBuilderEnvironment();
  return (
    <Autocomplete
      freeSolo
      fullWidth
      disableClearable
      size="small"
      options={[...secretNames]}
      inputValue={props.name}
      onInputChange={(_, text) => {
        const name = text.toUpperCase();
        if (name !== props.name) {
          props.onChange(name);
        }
      }}
      renderInput={params => (
        <TextField
          {...params}
          variant="outlined"
          label={t('builder.fields.secretName')}
          helperText={t('builder.fields.secretHelp')}
        />
      )}
    />
  );
};
