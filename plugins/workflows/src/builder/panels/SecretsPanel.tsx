import { WorkflowSecrets } from '../../components/WorkflowSecrets/WorkflowSecrets';
import { useReveal } from '../canvas/useReveal';
import { useNodeTitle } from '../canvas/useNodeText';
import {
  useBuilderEnvironment,
  useDefinition,
} from '../context/BuilderContext';
import { useUiStore } from '../context/UiContext';
import { InspectorTheme } from '../inspector/InspectorTheme';

/** The secrets of the workflow that is open. */
export const SecretsPanel = () => {
  const { workflow } = useBuilderEnvironment();
  const ui = useUiStore();
  const reveal = useReveal();
  return (
    <InspectorTheme>
      <WorkflowSecrets
        workflow={workflow}
        definition={useDefinition()}
        titleOf={useNodeTitle()}
        onOpenNode={id => {
          reveal(id);
          ui.openPanel('inspector');
        }}
      />
    </InspectorTheme>
  );
};
