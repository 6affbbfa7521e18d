import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ConditionData } from 'backstage-plugin-workflows-common';
import { workflowsTranslationRef } from '../../../translation';
import { useDefinition } from '../../context/BuilderContext';
import { ConditionGroupEditor } from '../conditions/ConditionGroupEditor';
import { fieldSuggestions } from '../conditions/fieldSuggestions';
import { Section } from '../Section';
import type { NodeFormProps } from './NodeFormProps';

export const ConditionForm = ({
  data,
  onChange,
}: NodeFormProps<ConditionData>) => {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const fields = fieldSuggestions(useDefinition(), true);
  return (
    <Section title={t('builder.condition.match')}>
      <ConditionGroupEditor
        group={data}
        fields={fields}
        onChange={group => onChange({ ...data, ...group }, 'conditions')}
      />
    </Section>
  );
};
