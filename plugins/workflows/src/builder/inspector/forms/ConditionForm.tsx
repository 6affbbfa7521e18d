import type { ConditionData } from 'backstage-plugin-workflows-common';
import { useTexts } from '../../../texts';
import { ConditionGroupEditor } from '../conditions/ConditionGroupEditor';
import { useConditionFields } from '../conditions/useConditionFields';
import { Section } from '../Section';
import type { NodeFormProps } from './NodeFormProps';

export const ConditionForm = ({
  id,
  data,
  onChange,
}: NodeFormProps<ConditionData>) => {
  const { t } = useTexts();
  const fields = useConditionFields(id);
  return (
    <Section title={t('builder.condition.match')}>
      <div data-place="conditions">
        <ConditionGroupEditor
          group={data}
          fields={fields}
          onChange={(group, place) =>
            onChange({ ...data, ...group }, place && `conditions ${place}`)
          }
        />
      </div>
    </Section>
  );
};
