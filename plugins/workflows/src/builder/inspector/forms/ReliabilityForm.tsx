import MenuItem from '@material-ui/core/MenuItem';
import {
  type ActionData,
  DEFAULT_RETRY_POLICY,
  LIMITS,
  type RetryPolicy,
} from 'backstage-plugin-workflows-common';
import { useTexts } from '../../../texts';
import { DurationField } from '../fields/DurationField';
import { Section } from '../Section';
import type { NodeFormProps } from './NodeFormProps';
import { defined } from './defined';
import { Field } from '../fields/Field';

/** Retries, the timeout of an attempt, and what follows a failure. */
export const ReliabilityForm = ({
  data,
  onChange,
}: NodeFormProps<ActionData>) => {
  const { t } = useTexts();
  const { retry, timeout, onError } = data;
  const set = (change: Partial<ActionData>, place: string) =>
    onChange(defined({ ...data, ...change }) as ActionData, place);
  const setRetry = (change: RetryPolicy) => {
    const next = defined({ ...retry, ...change });
    const isEmpty = Object.keys(next).length === 0;
    set({ retry: isEmpty ? undefined : next }, `retry ${Object.keys(change)}`);
  };
  const unless = (value: string) => t('builder.reliability.default', { value });
  return (
    <Section title={t('builder.inspector.reliability')}>
      <Field
        select
        label={t('builder.reliability.onError')}
        value={onError ?? 'stop'}
        onChange={event =>
          set(
            { onError: event.target.value as ActionData['onError'] },
            'onError',
          )
        }
      >
        <MenuItem value="stop">{t('builder.reliability.stop')}</MenuItem>
        <MenuItem value="continue">
          {t('builder.reliability.continue')}
        </MenuItem>
      </Field>
      <Field
        type="number"
        data-place="retry.attempts"
        label={t('builder.reliability.attempts')}
        helperText={t('builder.reliability.attemptsHelp', {
          attempts: String(DEFAULT_RETRY_POLICY.attempts),
        })}
        inputProps={{ min: 1, max: LIMITS.attempts, step: 1 }}
        value={retry?.attempts ?? ''}
        onChange={event => {
          const attempts = parseInt(event.target.value, 10);
          setRetry({ attempts: Number.isNaN(attempts) ? undefined : attempts });
        }}
      />
      {(['initialDelay', 'maxDelay'] as const).map(field => (
        <DurationField
          key={field}
          place={`retry.${field}`}
          label={t(`builder.reliability.${field}`)}
          help={unless(DEFAULT_RETRY_POLICY[field])}
          value={retry?.[field]}
          onChange={value => setRetry({ [field]: value })}
        />
      ))}
      <DurationField
        place="timeout"
        label={t('builder.reliability.timeout')}
        help={unless('30s')}
        value={timeout}
        onChange={value => set({ timeout: value }, 'timeout')}
      />
    </Section>
  );
};
