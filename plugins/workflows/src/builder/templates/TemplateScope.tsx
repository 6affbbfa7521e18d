import type { JsonObject } from '@backstage/types';
import {
  type PropsWithChildren,
  createContext,
  useContext,
  useMemo,
} from 'react';
import { useFields } from '../../hooks/useFields';
import {
  useBuilderEnvironment,
  useDefinition,
} from '../context/BuilderContext';
import { IncidentChooser } from '../preview/IncidentChooser';
import { usePreviewContext } from '../preview/usePreviewContext';
import { hostsOf } from './hostsOf';
import type { TemplatePath } from './TemplatePath';
import {
  type EarlierStep,
  earlierSteps,
  sampleSteps,
  scopePaths,
} from './scopePaths';

interface TemplateScope {
  paths: readonly TemplatePath[];
  /** What previews are rendered with; undefined until it is there. */
  context?: JsonObject;
  /** Hosts that the step sends to. */
  hosts: readonly string[];
}

const TemplateScopeContext = createContext<TemplateScope | undefined>(
  undefined,
);

/** The fields inside may hold templates, which see what this step sees. */
export const TemplateScopeProvider = ({
  nodeId,
  children,
}: PropsWithChildren<{ nodeId: string }>) => {
  const { actions } = useBuilderEnvironment();
  const fields = useFields();
  const { context, ...preview } = usePreviewContext();
  const definition = useDefinition();
  const steps = earlierSteps(definition, nodeId, actions);
  const node = definition.nodes.find(({ id }) => id === nodeId);
  const config = node?.type === 'action' ? node.data.config : {};
  // The same steps stay the same, so that typing draws only what is typed in.
  const known = JSON.stringify([steps, hostsOf(config as JsonObject)]);
  const scope = useMemo((): TemplateScope => {
    const [same, hosts]: [EarlierStep[], string[]] = JSON.parse(known);
    return {
      hosts,
      paths: scopePaths(fields, same),
      ...(context && { context: { ...context, steps: sampleSteps(same) } }),
    };
  }, [fields, known, context]);
  return (
    <TemplateScopeContext.Provider value={scope}>
      {children}
      <IncidentChooser {...preview} />
    </TemplateScopeContext.Provider>
  );
};

/** Undefined where no text is a template. */
export function useTemplateScope(): TemplateScope | undefined {
  return useContext(TemplateScopeContext);
}
