import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import { useState } from 'react';
import { SecretDialog } from '../../../components/WorkflowSecrets/SecretDialog';
import { useTexts } from '../../../texts';
import { useBuilderEnvironment } from '../../context/BuilderContext';
import { useTemplateScope } from '../../templates/TemplateScope';
import { SecretFacts } from './SecretFacts';
import { SuggestField } from './SuggestField';

const useStyles = makeStyles({ root: { flex: 1, minWidth: 0 } });

/** Names a secret of the workflow; its value is never seen here. */
export const SecretNameField = (props: {
  name: string;
  label?: string;
  help?: string;
  onChange: (name: string) => void;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { secretNames = [], workflow, editable } = useBuilderEnvironment();
  const hosts = useTemplateScope()?.hosts;
  const [isOpen, setIsOpen] = useState(false);
  const { name, label, help, onChange } = props;
  const isNew = !secretNames.includes(name);
  return (
    <div className={classes.root}>
      <SuggestField
        label={label ?? t('builder.fields.secretName')}
        help={help ?? t('builder.fields.secretHelp')}
        options={secretNames}
        value={name}
        onChange={next => onChange(next.toUpperCase())}
      />
      {name !== '' && <SecretFacts name={name} />}
      {editable && (
        <Button
          size="small"
          startIcon={<AddIcon />}
          onClick={() => setIsOpen(true)}
        >
          {t('inspector.secret.new')}
        </Button>
      )}
      {isOpen && (
        <SecretDialog
          workflowId={workflow.id}
          name={isNew && name !== '' ? name : undefined}
          hosts={hosts}
          taken={secretNames}
          onSaved={onChange}
          onClose={() => setIsOpen(false)}
        />
      )}
    </div>
  );
};
