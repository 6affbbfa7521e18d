import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import type { FormEvent } from 'react';
import { Choice } from '../../components/Choice/Choice';
import { errorMessage } from '../../components/Notice/errorMessage';
import { useTexts } from '../../texts';
import { useUiStore } from '../context/UiContext';
import { Section } from '../inspector/Section';
import { IncidentJsonField } from './IncidentJsonField';
import { PastIncidentField } from './PastIncidentField';
import { useTrying, useTryingStore } from './TryingContext';
import type { useTry } from './useTry';
import { writtenIncident } from './writtenIncident';

const KINDS = ['sample', 'incident', 'json'] as const;

const useStyles = makeStyles(theme => ({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  buttons: { display: 'flex', gap: theme.spacing(1) },
}));

/** What the workflow is tested with. */
export const SubjectForm = ({ test }: { test: ReturnType<typeof useTry> }) => {
  const classes = useStyles();
  const { t } = useTexts();
  const trying = useTryingStore();
  const ui = useUiStore();
  const { kind, incident, text, result } = useTrying(state => state);
  const isReady =
    kind === 'sample' ||
    (kind === 'incident' ? incident : 'value' in writtenIncident(text));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    test.mutate();
  };
  return (
    <Section title={t('trying.title')}>
      <form className={classes.form} onSubmit={submit}>
        <Typography variant="body2" color="textSecondary">
          {t('trying.nothingSent')}
        </Typography>
        <Choice
          label={t('trying.subject.label')}
          options={KINDS.map(value => ({
            value,
            label: t(`trying.subject.${value}`),
            help: t(`trying.subject.${value}Help`),
          }))}
          value={kind}
          onChange={next => trying.setState({ kind: next })}
        />
        {kind === 'incident' && <PastIncidentField />}
        {kind === 'json' && <IncidentJsonField />}
        {test.error && (
          <Alert severity="error">
            <AlertTitle>{t('trying.failed')}</AlertTitle>
            {errorMessage(test.error)}
          </Alert>
        )}
        <div className={classes.buttons}>
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={!isReady || test.isPending}
          >
            {t(test.isPending ? 'trying.running' : 'trying.run')}
          </Button>
          {result && (
            <Button
              onClick={() => {
                trying.clear();
                ui.announce(t('trying.said.cleared'));
              }}
            >
              {t('trying.clear')}
            </Button>
          )}
        </div>
      </form>
    </Section>
  );
};
