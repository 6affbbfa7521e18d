import type {
  MetricOptions,
  MetricsService,
  MetricsServiceObservableCallback,
} from '@backstage/backend-plugin-api/alpha';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';

/** One measurement that was made. */
export interface Measurement {
  name: string;
  value: number;
  attributes?: object;
}

/** A metrics service that keeps what is measured, and collects when it is told to. */
export function testMetrics() {
  const recorded: Measurement[] = [];
  const units: Record<string, string | undefined> = {};
  const callbacks = new Map<MetricsServiceObservableCallback, string>();
  const instrument = (name: string, options?: MetricOptions) => {
    units[name] = options?.unit;
    const measure = (value: number, attributes?: object) => {
      recorded.push({ name, value, ...(attributes && { attributes }) });
    };
    return {
      add: measure,
      record: measure,
      addCallback: (callback: MetricsServiceObservableCallback) => {
        callbacks.set(callback, name);
      },
      removeCallback: (callback: MetricsServiceObservableCallback) => {
        callbacks.delete(callback);
      },
    };
  };
  const metrics: MetricsService = metricsServiceMock.mock({
    createCounter: instrument,
    createHistogram: instrument,
    createObservableGauge: instrument,
  });
  async function collect(): Promise<Measurement[]> {
    const observed: Measurement[] = [];
    for (const [callback, name] of callbacks) {
      await callback({
        observe: (value, attributes) =>
          observed.push({ name, value, ...(attributes && { attributes }) }),
      });
    }
    return observed;
  }
  return { metrics, recorded, units, collect };
}
