import { mockServices } from '@backstage/backend-test-utils';
import { tracingServiceMock } from '@backstage/backend-test-utils/alpha';
import { EngineObserver } from './EngineObserver';
import { testMetrics } from './testing/testMetrics';

const call = {
  function: 'run' as const,
  workflowId: 'w',
  executionId: 'e',
  stepId: 's',
  nodeId: 'tell',
  actionType: 'webhook',
  attempt: 1,
};

function create() {
  const { metrics, recorded, units } = testMetrics();
  const tracing = tracingServiceMock.mock();
  const logger = mockServices.logger.mock();
  const observer = EngineObserver.create({ metrics, tracing, logger });
  return { observer, recorded, units, tracing, logger };
}

describe('EngineObserver', () => {
  it('counts a claim, and puts the segment into a span', async () => {
    const { observer, recorded, tracing } = create();
    const run = jest.fn(async () => {});
    await observer.segment({ executionId: 'e', epoch: 3 }, run);
    expect(run).toHaveBeenCalledTimes(1);
    expect(recorded).toEqual([
      { name: 'workflows.executions.claimed', value: 1 },
    ]);
    expect(tracing.startActiveSpan).toHaveBeenCalledWith(
      'segment',
      {
        attributes: {
          'workflows.execution.id': 'e',
          'workflows.execution.epoch': 3,
        },
      },
      expect.any(Function),
    );
  });

  it('measures a call in seconds, and puts it into a span with its ids', async () => {
    const { observer, recorded, tracing } = create();
    const outcome = await observer.call(
      call,
      async () => ({ value: 7 } as any),
    );
    expect(outcome).toEqual({ value: 7 });
    expect(recorded).toEqual([
      {
        name: 'workflows.step.duration',
        value: expect.any(Number),
        attributes: {
          'workflows.action.type': 'webhook',
          'workflows.action.function': 'run',
        },
      },
    ]);
    expect(recorded[0].value).toBeLessThan(1);
    expect(tracing.startActiveSpan).toHaveBeenCalledWith(
      'run webhook',
      {
        attributes: expect.objectContaining({
          'workflows.id': 'w',
          'workflows.execution.id': 'e',
          'workflows.step.id': 's',
          'workflows.node.id': 'tell',
          'workflows.step.attempt': 1,
        }),
      },
      expect.any(Function),
    );
    expect(tracing.spans[0].setStatus).not.toHaveBeenCalled();
  });

  it('says how a call failed, in the metric and in the span', async () => {
    const { observer, recorded, tracing } = create();
    const error = { code: 'http_status', message: 'It answered 404.' };
    await observer.call(call, async () => ({ error }));
    expect(recorded[0].attributes).toMatchObject({ 'error.type': error.code });
    expect(tracing.spans[0].setStatus).toHaveBeenCalledWith({
      code: 'error',
      message: error.message,
    });
  });

  it('counts the attempts after the first, and no looks', async () => {
    const { observer, recorded } = create();
    const run = async () => ({});
    await observer.call({ ...call, attempt: 2 }, run);
    await observer.call({ ...call, attempt: 2, function: 'probe' }, run);
    expect(
      recorded.filter(({ name }) => name === 'workflows.steps.retried'),
    ).toEqual([
      {
        name: 'workflows.steps.retried',
        value: 1,
        attributes: { 'workflows.action.type': 'webhook' },
      },
    ]);
  });

  it('counts ends with their reason, and logs each transition with its ids', () => {
    const { observer, recorded, logger } = create();
    const steps = [{ id: 's', nodeId: 'tell', state: 'failed' }];
    observer.transition({ executionId: 'e', status: 'WAITING', steps });
    expect(recorded).toEqual([]);
    expect(logger.debug).toHaveBeenCalledWith(
      'Execution e WAITING: tell failed',
      {
        executionId: 'e',
        stepIds: ['s'],
      },
    );
    observer.transition({
      executionId: 'e',
      status: 'FAILED',
      reasonCode: 'action_failed',
      steps,
    });
    expect(recorded).toEqual([
      {
        name: 'workflows.executions.finished',
        value: 1,
        attributes: {
          'workflows.execution.status': 'FAILED',
          'workflows.execution.reason': 'action_failed',
        },
      },
    ]);
    expect(logger.info).toHaveBeenCalledWith(
      'Execution e FAILED (action_failed): tell failed',
      { executionId: 'e', stepIds: ['s'] },
    );
  });

  it('names each metric with its unit', () => {
    expect(create().units).toEqual({
      'workflows.executions.claimed': '{claim}',
      'workflows.executions.finished': '{execution}',
      'workflows.executions.leases_lost': '{lease}',
      'workflows.steps.retried': '{attempt}',
      'workflows.step.duration': 's',
    });
  });
});
