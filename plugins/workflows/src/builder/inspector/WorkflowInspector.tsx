import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import {
  LIMITS,
  type WorkflowSettings,
} from 'backstage-plugin-workflows-common';
import { useTexts } from '../../texts';
import {
  useBuilder,
  useBuilderEnvironment,
  useEditDefinition,
} from '../context/BuilderContext';
import { InspectorHeader } from './InspectorHeader';
import { Section } from './Section';
import { DurationField } from './fields/DurationField';
import { defined } from './forms/defined';
import { Field } from './fields/Field';
import { OnceField } from './fields/OnceField';
import { SwitchField } from './fields/SwitchField';

/** What is of the whole workflow; shown while no step is selected. */
export const WorkflowInspector = () => {
  const { t } = useTexts();
  const { store, workflow } = useBuilderEnvironment();
  const { description, definition } = useBuilder(state => state.document);
  const editDefinition = useEditDefinition();
  const set = (change: WorkflowSettings, place: string) =>
    editDefinition(
      current => ({
        ...current,
        settings: defined({ ...current.settings, ...change }),
      }),
      place,
    );
  return (
    <>
      <InspectorHeader
        kind="workflow"
        title={t('builder.inspector.workflow')}
      />
      <Section title={t('builder.inspector.owner')}>
        <Typography variant="body2">
          {workflow.ownerRef ? (
            <EntityRefLink entityRef={workflow.ownerRef} defaultKind="group" />
          ) : (
            t('builder.inspector.global')
          )}
        </Typography>
      </Section>
      <Section title={t('builder.inspector.description')}>
        <Field
          multiline
          minRows={3}
          label={t('builder.inspector.description')}
          inputProps={{ maxLength: 2_000 }}
          value={description}
          onChange={event => {
            const text = event.target.value;
            store
              .getState()
              .edit(
                document => ({ ...document, description: text }),
                'description',
              );
          }}
        />
      </Section>
      <Section title={t('builder.inspector.running')}>
        <OnceField
          value={definition.settings.once}
          onChange={(once, place) => set({ once }, place)}
        />
        <DurationField
          place="timeout"
          label={t('builder.inspector.timeout')}
          help={t('builder.inspector.timeoutHelp')}
          value={definition.settings.timeout}
          onChange={timeout => set({ timeout }, 'timeout')}
        />
        <Field
          type="number"
          data-place="concurrency"
          label={t('builder.inspector.concurrency')}
          helperText={t('builder.inspector.concurrencyHelp')}
          inputProps={{ min: 1, max: LIMITS.concurrency, step: 1 }}
          value={definition.settings.concurrency ?? ''}
          onChange={event => {
            const runs = parseInt(event.target.value, 10);
            set(
              { concurrency: Number.isNaN(runs) ? undefined : runs },
              'concurrency',
            );
          }}
        />
        <SwitchField
          label={t('builder.inspector.stopWhenResolved')}
          help={t('builder.inspector.stopWhenResolvedHelp')}
          value={definition.settings.stopWhenResolved}
          onChange={stopWhenResolved =>
            set({ stopWhenResolved }, 'stopWhenResolved')
          }
        />
      </Section>
    </>
  );
};
