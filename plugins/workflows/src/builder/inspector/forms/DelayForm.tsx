import type { DelayData } from 'backstage-plugin-workflows-common';
import { useTexts } from '../../../texts';
import { DurationField } from '../fields/DurationField';
import { SwitchField } from '../fields/SwitchField';
import { Section } from '../Section';
import { defined } from './defined';
import type { NodeFormProps } from './NodeFormProps';

export const DelayForm = ({ data, onChange }: NodeFormProps<DelayData>) => {
  const { t } = useTexts();
  return (
    <Section title={t('builder.node.delay')}>
      <DurationField
        place="duration"
        label={t('builder.delay.duration')}
        help={t('builder.delay.help')}
        value={data.duration}
        onChange={duration =>
          onChange({ ...data, duration: duration ?? '' }, 'duration')
        }
      />
      <SwitchField
        label={t('builder.delay.recheck')}
        help={t('builder.delay.recheckHelp')}
        value={data.recheck}
        onChange={recheck => onChange(defined({ ...data, recheck }), 'recheck')}
      />
    </Section>
  );
};
