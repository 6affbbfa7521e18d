import type { Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import type {
  IncidentSource,
  IncidentSourceType,
} from 'backstage-plugin-workflows-node';
import { isDoor } from './doors/doors';

/** An entry under `workflows.sources`, ready to take deliveries. */
export interface ConfiguredSource {
  /** The last part of the hook's path. */
  id: string;
  type: string;
  source: IncidentSource;
  /** Topics of the events service that it hears, too. */
  topics: string[];
  /** Whether it takes deliveries of anyone; warned of at startup. */
  insecure: boolean;
}

const SOURCE_ID = /^[A-Za-z0-9_-]{1,120}$/;

/**
 * Makes the sources that the configuration names.
 *
 * @throws InputError that names the key of what is wrong
 */
export function readSources(options: {
  config: Config;
  types: IncidentSourceType[];
}): ConfiguredSource[] {
  const types = new Map(options.types.map(type => [type.type, type]));
  const sources = options.config.getOptionalConfig('workflows.sources');
  return (sources?.keys() ?? []).map(id => readSource(id, sources!, types));
}

function readSource(
  id: string,
  sources: Config,
  types: Map<string, IncidentSourceType>,
): ConfiguredSource {
  const key = `workflows.sources.${id}`;
  if (!SOURCE_ID.test(id)) {
    throw new InputError(
      `${key}: a source's name is 1 to 120 letters, digits, _ or -`,
    );
  }
  if (isDoor(id)) {
    throw new InputError(`${key}: the name is taken by the portal itself`);
  }
  const config = sources.getConfig(id);
  const typeName = config.getString('type');
  const type = types.get(typeName);
  if (!type) {
    throw new InputError(
      `${key}.type is '${typeName}', which is not one of ${[
        ...types.keys(),
      ].join(', ')}`,
    );
  }
  try {
    return {
      id,
      type: typeName,
      source: type.create(config),
      topics: readTopics(config),
      insecure: config.getOptionalBoolean('insecure') ?? false,
    };
  } catch (error) {
    throw new InputError(`${key}: ${toError(error).message}`);
  }
}

function readTopics(config: Config): string[] {
  const topics = config.getOptionalStringArray('topics') ?? [];
  if (topics.includes('')) {
    throw new InputError('topics must not hold an empty name');
  }
  return [...new Set(topics)];
}
