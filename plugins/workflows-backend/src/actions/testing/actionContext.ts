import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type {
  EgressRequest,
  EgressResponse,
  PrepareOptions,
  ProbeContext,
  WorkflowAction,
} from 'backstage-plugin-workflows-node';
import {
  mockActionContext,
  mockPrepareOptions,
} from 'backstage-plugin-workflows-node/testUtils';
import { EgressGateway } from '../../egress/EgressGateway';
import { readEgressConfig } from '../../egress/readEgressConfig';

/** The real way out, to this machine alone, with secrets that are their names. */
export function localEgress() {
  const config = readEgressConfig(
    mockServices.rootConfig({
      data: {
        workflows: { egress: { allow: ['127.0.0.1'], allowPublic: false } },
      },
    }),
  );
  return EgressGateway.create({ config }).for({
    workflowId: 'workflow',
    secrets: { resolve: async name => `the-${name}` },
  });
}

/** A context that sends for real, and keeps what was sent and answered. */
export function sendingContext<TRequest extends JsonObject>(
  request: TRequest,
  options: { to?: string; sinceSentMs?: number } = {},
): ProbeContext<TRequest> & {
  sent: Array<{ request: EgressRequest; response: EgressResponse }>;
} {
  const egress = localEgress();
  const sent: Array<{ request: EgressRequest; response: EgressResponse }> = [];
  return {
    ...mockActionContext({ request, sinceSentMs: options.sinceSentMs ?? 0 }),
    signal: AbortSignal.timeout(60_000),
    sent,
    egress: {
      async fetch(one, init) {
        const url = options.to ?? one.url;
        const response = await egress.fetch({ ...one, url }, init);
        sent.push({ request: one, response });
        return response;
      },
    },
  };
}

/** The request of a config, as the engine stores it. */
export function prepared<TRequest extends JsonObject>(
  action: WorkflowAction<any, TRequest>,
  config: JsonObject,
  more: Partial<PrepareOptions> = {},
): TRequest {
  const fitting = action.schema.config.parse(config);
  return action.prepare(mockPrepareOptions({ config: fitting, ...more }));
}
