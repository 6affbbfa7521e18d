import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { workflowsTranslationRef } from '../../../translation';
import { useBuilderEnvironment } from '../../context/BuilderContext';
import { SuggestField } from './SuggestField';

/** Names a secret of the workflow; its value is never seen here. */
export const SecretNameField = (props: {
  name: string;
  onChange: (name: string) => void;
}) => {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { secretNames = [] } = useBuilderEnvironment();
  return (
    <SuggestField
      label={t('builder.fields.secretName')}
      help={t('builder.fields.secretHelp')}
      options={secretNames}
      value={props.name}
      onChange={name => props.onChange(name.toUpperCase())}
    />
  );
};
