import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { type HumanDuration, durationToMilliseconds } from '@backstage/types';
import type { RetentionTimes } from './retention/removeOld';
import type { SecretKey } from './secrets/cipher';

const KEY_BYTES = 32;
const DEFAULT_CONCURRENCY = 20;

/** What the parts of the plugin do not read themselves of `workflows` in app-config. */
export interface WorkflowsConfig {
  admins: string[];
  secretKeys: SecretKey[];
  /** Executions that one replica runs at a time. */
  concurrency: number;
  /** Whether nothing is run. */
  killSwitch: boolean;
  retention: RetentionTimes;
}

/** @throws InputError that names the key and says what it should hold */
export function readWorkflowsConfig(rootConfig: Config): WorkflowsConfig {
  const concurrency =
    rootConfig.getOptionalNumber('workflows.engine.concurrency') ??
    DEFAULT_CONCURRENCY;
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new InputError(
      'workflows.engine.concurrency must be a whole number of at least 1',
    );
  }
  return {
    admins: rootConfig.getOptionalStringArray('workflows.admins') ?? [],
    secretKeys: readKeys(rootConfig),
    concurrency,
    killSwitch: rootConfig.getOptionalBoolean('workflows.killSwitch') ?? false,
    retention: readRetentionTimes(rootConfig),
  };
}

function readRetentionTimes(rootConfig: Config): RetentionTimes {
  const deliveriesMs = readRetention(rootConfig, 'deliveries', { days: 30 });
  const incidentsMs = rootConfig.has('workflows.retention.incidents')
    ? readRetention(rootConfig, 'incidents', {})
    : undefined;
  if (incidentsMs !== undefined && incidentsMs < deliveriesMs) {
    // A delivery that comes again would open the incident, and run all, anew.
    throw new InputError(
      'workflows.retention.incidents must be at least as long as workflows.retention.deliveries',
    );
  }
  return {
    executionsMs: readRetention(rootConfig, 'executions', { days: 90 }),
    deliveriesMs,
    ...(incidentsMs !== undefined && { incidentsMs }),
  };
}

function readRetention(
  rootConfig: Config,
  name: string,
  fallback: HumanDuration,
): number {
  const key = `workflows.retention.${name}`;
  if (!rootConfig.has(key)) {
    return durationToMilliseconds(fallback);
  }
  const ms = durationToMilliseconds(
    readDurationFromConfig(rootConfig, { key }),
  );
  if (ms <= 0) {
    throw new InputError(`${key} must be longer than nothing`);
  }
  return ms;
}

function readKeys(rootConfig: Config): SecretKey[] {
  const path = 'workflows.secrets.keys';
  const keys = (rootConfig.getOptionalConfigArray(path) ?? []).map(
    (entry, index) => {
      const bytes = Buffer.from(entry.getString('key'), 'base64');
      if (bytes.length !== KEY_BYTES) {
        throw new InputError(
          `${path}[${index}].key must be ${KEY_BYTES} bytes in base64, found ${bytes.length}; make one with: openssl rand -base64 32`,
        );
      }
      return { id: entry.getString('id'), bytes };
    },
  );
  const ids = keys.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    throw new InputError(`${path} has the id "${twice}" more than once`);
  }
  return keys;
}
