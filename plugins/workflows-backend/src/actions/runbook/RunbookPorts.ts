import type { ActionsServiceAction } from '@backstage/backend-plugin-api/alpha';
import type { JsonObject, JsonValue } from '@backstage/types';

/** What the configuration lets workflows run. */
export interface AllowedRunbooks {
  /** Entity refs of templates. */
  templates: readonly string[];
  /** Ids of actions. */
  actions: readonly string[];
}

/** A task of the scaffolder. */
export interface ScaffolderTask {
  id: string;
  status: string;
  /** Milliseconds since 1970. */
  createdAtMs: number;
  parameters: JsonObject;
}

/** How a task ended. */
export interface ScaffolderTaskEnd {
  output?: JsonValue;
  error?: string;
}

/** The scaffolder, as this plugin and nobody else. */
export interface ScaffolderPort {
  /** Gives the task's id. */
  start(
    request: { templateRef: string; values: JsonObject },
    signal: AbortSignal,
  ): Promise<string>;
  get(taskId: string, signal: AbortSignal): Promise<ScaffolderTask>;
  /** The newest ones first. */
  list(
    page: { limit: number; offset: number },
    signal: AbortSignal,
  ): Promise<ScaffolderTask[]>;
  endOf(taskId: string, signal: AbortSignal): Promise<ScaffolderTaskEnd>;
}

/** The actions of the registry, as this plugin and nobody else. */
export interface ActionsPort {
  list(): Promise<ActionsServiceAction[]>;
  invoke(id: string, input: JsonObject): Promise<JsonValue>;
}

export interface RunbookPorts {
  allowed: AllowedRunbooks;
  scaffolder: ScaffolderPort;
  actions: ActionsPort;
}
