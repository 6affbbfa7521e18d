import type { JsonObject } from '@backstage/types';
import Typography from '@material-ui/core/Typography';
import type { ActionData } from 'backstage-plugin-workflows-common';
import { useMemo } from 'react';
import { useTexts } from '../../../texts';
import { useBuilderEnvironment } from '../../context/BuilderContext';
import { useNodeProblems } from '../../context/ProblemsContext';
import { TemplateScopeProvider } from '../../templates/TemplateScope';
import { Section } from '../Section';
import { ConfigForm } from './ConfigForm';
import type { NodeFormProps } from './NodeFormProps';
import { placeOfChange } from './placeOfChange';
import { ReliabilityForm } from './ReliabilityForm';

/** What an action does, by its schema, and what happens when it fails. */
export const ActionForm = ({
  id,
  data,
  onChange,
}: NodeFormProps<ActionData>) => {
  const { t } = useTexts();
  const { actions, editable } = useBuilderEnvironment();
  const problems = useNodeProblems(id);
  const action = actions.find(({ id: type }) => type === data.actionType);
  const messages = useMemo(
    () =>
      new Map(
        problems.map(({ path, message }) => [
          path.replace(/^nodes\.\d+\.data\.config\.?/, ''),
          message,
        ]),
      ),
    [problems],
  );
  return (
    <>
      <Section title={t('builder.inspector.config')}>
        {action ? (
          <TemplateScopeProvider nodeId={id}>
            <ConfigForm
              key={id}
              id={id}
              schema={action.configSchema}
              config={data.config as JsonObject}
              readonly={!editable}
              messages={messages}
              onChange={config =>
                onChange(
                  { ...data, config } as ActionData,
                  placeOfChange('config', data.config, config),
                )
              }
            />
          </TemplateScopeProvider>
        ) : (
          <Typography variant="body2">
            {t('builder.inspector.unknownAction', { type: data.actionType })}
          </Typography>
        )}
      </Section>
      <ReliabilityForm id={id} data={data} onChange={onChange} />
    </>
  );
};
