import { useTexts } from '../../texts';
import { JsonTextField } from './JsonTextField';
import { useTrying, useTryingStore } from './TryingContext';
import { writtenIncident } from './writtenIncident';

/** An incident that is written down, as JSON. */
export const IncidentJsonField = () => {
  const { t } = useTexts();
  const trying = useTryingStore();
  const text = useTrying(state => state.text);
  const written = writtenIncident(text);
  return (
    <JsonTextField
      label={t('trying.subject.text')}
      value={text}
      error={
        'value' in written
          ? undefined
          : t('trying.subject.invalid', {
              message: written.error ?? t('trying.subject.noObject'),
            })
      }
      onChange={next => trying.setState({ text: next })}
    />
  );
};
