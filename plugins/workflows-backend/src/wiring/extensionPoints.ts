import type { BackendPluginRegistrationPoints } from '@backstage/backend-plugin-api';
import {
  type ExecutionDriver,
  type IncidentSourceType,
  type WorkflowAction,
  workflowsActionsExtensionPoint,
  workflowsExecutionDriverExtensionPoint,
  workflowsSourcesExtensionPoint,
} from 'backstage-plugin-workflows-node';
import { createBuiltInActions } from '../actions/builtInActions';
import { builtInSources } from '../intake/sources/builtInSources';

/** What is built in and what modules added; complete when the plugin starts. */
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
    actions: createBuiltInActions(),
    sourceTypes: [...builtInSources],
    driver: undefined as ExecutionDriver | undefined,
  };

  env.registerExtensionPoint({
    extensionPoint: workflowsActionsExtensionPoint,
    factory: () => ({
      addAction(...added) {
        refuseTaken('action', extensions.actions, added, ({ id }) => id);
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
          extensions.sourceTypes,
          added,
          ({ type }) => type,
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
function refuseTaken<T>(
  kind: string,
  present: readonly T[],
  added: readonly T[],
  idOf: (item: T) => string,
): void {
  const taken = new Set(present.map(idOf));
  for (const id of added.map(idOf)) {
    if (taken.has(id)) {
      throw new Error(`The ${kind} "${id}" is installed already`);
    }
    taken.add(id);
  }
}
