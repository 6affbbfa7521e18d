import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DelayData } from 'backstage-plugin-workflows-common';
import { workflowsTranslationRef } from '../../../translation';
import { DurationField } from '../fields/DurationField';
import { Section } from '../Section';
import type { NodeFormProps } from './NodeFormProps';

export const DelayForm = ({ data, onChange }: NodeFormProps<DelayData>) => {
  const { t } = useTranslationRef(workflowsTranslationRef);
  return (
    <Section title={t('builder.node.delay')}>
      <DurationField
        label={t('builder.delay.duration')}
        help={t('builder.delay.help')}
        value={data.duration}
        onChange={duration =>
          onChange({ ...data, duration: duration ?? '' }, 'duration')
        }
      />
    </Section>
  );
};
