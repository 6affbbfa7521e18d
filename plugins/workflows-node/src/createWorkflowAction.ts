import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonObject, JsonValue } from '@backstage/types';
import type {
  EffectKind,
  Incident,
  IncidentEntity,
  IncidentTicket,
} from 'backstage-plugin-workflows-common';
import type { z } from 'zod';
import type { Egress } from './egress';

/**
 * What a request is made of.
 *
 * @public
 */
export interface PrepareOptions<TConfig extends JsonObject = JsonObject> {
  /** With its templates filled in, and in the shape of the config's schema. */
  config: TConfig;
  effectKey: string;
  /** For the header `EXECUTION_ID_HEADER`, when the receiver may pass it on. */
  executionId: string;
  /** As it is when the request is made. */
  incident: Incident;
  /** The catalog entity that the incident is about, if one was found. */
  entity?: IncidentEntity;
}

/**
 * What an attempt is given.
 *
 * @public
 */
export interface ActionContext<TRequest extends JsonObject = JsonObject> {
  /** What `prepare` made, as it was stored before the first attempt. */
  request: TRequest;
  /** The same on every attempt of this step; the receiver may deduplicate by it. */
  effectKey: string;
  /** 1 for the first attempt. */
  attempt: number;
  /** Aborts when the attempt's time is up, or when the run is cancelled. */
  signal: AbortSignal;
  egress: Egress;
  logger: LoggerService;
}

/**
 * What a probe is given.
 *
 * @public
 */
export interface ProbeContext<TRequest extends JsonObject = JsonObject>
  extends ActionContext<TRequest> {
  /**
   * Milliseconds since a request of this step may last have been under way, by
   * the database's clock. A service that shows late what it took is asked again
   * until this is longer than its delay.
   */
  sinceSentMs: number;
}

/**
 * How an attempt ended. `tickets` are those that it made or changed; they become
 * part of the incident, as an event of it. `waiting` gives the run back until `checkAfterMs` from
 * now, when `check` is called with the token.
 *
 * @public
 */
export type ActionResult<TOutput extends JsonValue = JsonValue> =
  | {
      status: 'done';
      output: TOutput;
      response?: JsonObject;
      tickets?: IncidentTicket[];
    }
  | { status: 'waiting'; checkAfterMs: number; token: JsonValue };

/**
 * What a probe for an earlier attempt's effect found out.
 *
 * @public
 */
export type ProbeResult<TOutput extends JsonValue = JsonValue> =
  | { found: true; output: TOutput; tickets?: IncidentTicket[] }
  | { found: false }
  | { found: 'not yet'; checkAfterMs: number };

/**
 * Something that a workflow can do to the world.
 *
 * @public
 */
export interface WorkflowAction<
  TConfig extends JsonObject = any,
  TRequest extends JsonObject = any,
  TOutput extends JsonValue = any,
> {
  /** `webhook` and the like are built in; everyone else's are `namespace:name`. */
  id: string;
  title: string;
  description: string;
  schema: {
    /** Of the node's config. Its JSON Schema makes the form; no transforms. */
    config: z.ZodType<TConfig>;
    /** Of what later steps may use. */
    output: z.ZodType<TOutput>;
  };
  /** What the action promises when an attempt ends ambiguously. */
  effect: EffectKind;
  /**
   * The exact request of a rendered config. Pure. It is stored before anything is
   * sent, and every attempt gets the same, so that the same bytes go out.
   *
   * @throws {@link ActionError} when no request can be made of the config
   */
  prepare(options: PrepareOptions<TConfig>): TRequest;
  /**
   * One attempt.
   *
   * @throws {@link ActionError} when it fails
   */
  run(context: ActionContext<TRequest>): Promise<ActionResult<TOutput>>;
  /**
   * What a dry run gives to later steps in place of an answer. Pure. A value in
   * the shape of `schema.output` unless set.
   */
  sampleOutput?(config: TConfig): TOutput;
  /** Called for an action that waits, when its time has come. */
  check?(
    context: ActionContext<TRequest>,
    token: JsonValue,
  ): Promise<ActionResult<TOutput>>;
  /** Looks for the effect of an attempt that ended ambiguously. */
  probe?(context: ProbeContext<TRequest>): Promise<ProbeResult<TOutput>>;
}

/**
 * Makes an action; the types of config, request and output follow from it.
 *
 * @public
 */
export function createWorkflowAction<
  TConfig extends JsonObject,
  TRequest extends JsonObject,
  TOutput extends JsonValue,
>(
  action: WorkflowAction<TConfig, TRequest, TOutput>,
): WorkflowAction<TConfig, TRequest, TOutput> {
  return action;
}
