import { useMemo } from 'react';
import { useFields } from '../../../hooks/useFields';
import { useTexts } from '../../../texts';
import {
  useBuilderEnvironment,
  useDefinition,
} from '../../context/BuilderContext';
import { type EarlierStep, earlierSteps } from '../../templates/scopePaths';
import { stepFields } from './conditionFields';

/** The fields that a step's conditions may name; the trigger's know no steps. */
export function useConditionFields(nodeId?: string) {
  const { t } = useTexts();
  const { actions } = useBuilderEnvironment();
  const fields = useFields();
  const definition = useDefinition();
  const known = JSON.stringify(
    nodeId ? earlierSteps(definition, nodeId, actions) : [],
  );
  return useMemo(
    () => [
      ...fields,
      ...stepFields(JSON.parse(known) as EarlierStep[], step =>
        t('inspector.condition.stepState', { step }),
      ),
    ],
    [fields, known, t],
  );
}
