import type { RootConfigService } from '@backstage/backend-plugin-api';
import { type HostPattern, parseHostPattern } from './hostPattern';

/** What the configuration says of where actions may go. */
export interface EgressConfig {
  allow: readonly HostPattern[];
  /** Wins over `allow`. */
  deny: readonly HostPattern[];
  /** Whether public addresses need no entry. */
  allowPublic: boolean;
}

/**
 * Reads `workflows.egress`.
 *
 * @throws InputError that names the entry when it is none
 */
export function readEgressConfig(rootConfig: RootConfigService): EgressConfig {
  const config = rootConfig.getOptionalConfig('workflows.egress');
  const patterns = (key: 'allow' | 'deny') =>
    (config?.getOptionalStringArray(key) ?? []).map((entry, index) =>
      parseHostPattern(entry, `workflows.egress.${key}[${index}]`),
    );
  return {
    allow: patterns('allow'),
    deny: patterns('deny'),
    allowPublic: config?.getOptionalBoolean('allowPublic') ?? true,
  };
}
