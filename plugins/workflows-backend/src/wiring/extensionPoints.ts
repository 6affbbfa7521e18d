import type { BackendPluginRegistrationPoints } from '@backstage/backend-plugin-api';
import {
  type ExecutionDriver,
  type IncidentSourceType,
  type WorkflowAction,
  workflowsActionsExtensionPoint,
  workflowsExecutionDriverExtensionPoint,
  workflowsSourcesExtensionPoint,
} from 'backstage-plugin-workflows-node';
import { BUILT_IN_ACTION_IDS } from '../actions/builtInActions';
import { builtInSources } from '../intake/sources/builtInSources';

/** What modules added; complete when the plugin starts. The source types hold those that are built in, too. */
export interface Extensions {
  readonly actions: readonly WorkflowAction[];
  readonly sourceTypes: IncidentSourceType[];
  /** The table driver unless a module set another. */
  readonly driver?: ExecutionDriver;
}

/** Lets modules add to the plugin. */
export function registerExtensionPoints(
  env: Pick<BackendPluginRegistrationPoints, 'registerExtensionPoint'>,
): Extensions {
  const extensions = {
    actions: [] as WorkflowAction[],
    sourceTypes: [...builtInSources],
    driver: undefined as ExecutionDriver | undefined,
  };

  env.registerExtensionPoint({
    extensionPoint: workflowsActionsExtensionPoint,
    factory: () => ({
      addAction(...added) {
        const taken = [
          ...BUILT_IN_ACTION_IDS,
          ...extensions.actions.map(({ id }) => id),
        ];
        refuseTaken(
          'action',
          taken,
          added.map(({ id }) => id),
        );
        extensions.actions.push(...added);
      },
    }),
  });
  env.registerExtensionPoint({
    extensionPoint: workflowsSourcesExtensionPoint,
    factory: () => ({
      addSourceType(...added) {
        refuseTaken(
          'source type',
          extensions.sourceTypes.map(({ type }) => type),
          added.map(({ type }) => type),
        );
        extensions.sourceTypes.push(...added);
      },
    }),
  });
  env.registerExtensionPoint({
    extensionPoint: workflowsExecutionDriverExtensionPoint,
    factory: () => ({
      setDriver(driver) {
        if (extensions.driver) {
          throw new Error('Another module has set an execution driver already');
        }
        extensions.driver = driver;
      },
    }),
  });
  return extensions;
}

/** In the module's own call, so that the module is blamed. */
function refuseTaken(
  kind: string,
  present: readonly string[],
  added: readonly string[],
): void {
  const taken = new Set(present);
  for (const id of added) {
    if (taken.has(id)) {
      throw new Error(`The ${kind} "${id}" is installed already`);
    }
    taken.add(id);
  }
}
