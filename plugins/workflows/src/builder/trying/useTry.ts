import { useApi } from '@backstage/core-plugin-api';
import { useMutation } from '@tanstack/react-query';
import type { DryRun, DryRunRequest } from 'backstage-plugin-workflows-common';
import { workflowsApiRef } from '../../api/workflowsApiRef';
import { useTexts } from '../../texts';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { useUiStore } from '../context/UiContext';
import { useTryingStore } from './TryingContext';
import type { TryingState } from './createTryingStore';
import { writtenIncident } from './writtenIncident';

/** Tests what is drawn at this moment; nothing is sent. */
export function useTry() {
  const api = useApi(workflowsApiRef);
  const { t } = useTexts();
  const { store, workflow } = useBuilderEnvironment();
  const trying = useTryingStore();
  const { announce } = useUiStore();
  return useMutation({
    mutationFn: async () => {
      const { definition } = store.getState().document;
      const state = trying.getState();
      const { pinned } = state;
      const outputs = Object.fromEntries(
        Object.entries(pinned).filter(([id]) =>
          definition.nodes.some(node => node.id === id),
        ),
      );
      const run = await api.dryRun({
        definition: definition as unknown as DryRunRequest['definition'],
        workflowId: workflow.id,
        ...subjectOf(state),
        outputs,
      });
      trying.show(run, { definition, pinned });
      announce(said(run));
    },
  });

  function said({ outcome, steps, trigger }: DryRun): string {
    if (!outcome) {
      return t('trying.said.problems');
    }
    const skipped = steps.filter(({ state }) => state === 'skipped').length;
    return [
      t(`trying.said.${outcome}`, {
        ran: String(steps.length - skipped),
        skipped: String(skipped),
      }),
      !trigger?.matched && t('trying.said.notStarted'),
    ]
      .filter(Boolean)
      .join(' ');
  }
}

function subjectOf({
  kind,
  incident,
  text,
}: TryingState): Pick<DryRunRequest, 'incident' | 'incidentId'> {
  switch (kind) {
    case 'incident':
      return { incidentId: incident?.id };
    case 'json': {
      const written = writtenIncident(text);
      return 'value' in written ? { incident: written.value } : {};
    }
    default:
      return {};
  }
}
