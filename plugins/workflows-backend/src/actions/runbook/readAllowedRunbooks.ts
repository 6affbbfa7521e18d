import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import type { AllowedRunbooks } from './RunbookPorts';

const KEY = 'workflows.runbooks';

/**
 * What workflows may run; nothing unless the configuration names it.
 *
 * @throws InputError that names the key
 */
export function readAllowedRunbooks(rootConfig: Config): AllowedRunbooks {
  const list = (name: string) =>
    rootConfig.getOptionalStringArray(`${KEY}.${name}`) ?? [];
  return {
    templates: list('templates').map((ref, index) => {
      try {
        return stringifyEntityRef(
          parseEntityRef(ref, { defaultKind: 'template' }),
        );
      } catch (error) {
        throw new InputError(
          `${KEY}.templates[${index}]: ${toError(error).message}`,
        );
      }
    }),
    actions: list('actions').map((id, index) => {
      if (!/^[^\s:*]+:[^\s*]+$/.test(id)) {
        throw new InputError(
          `${KEY}.actions[${index}] must be the id of one action, such as catalog:refresh-entity, and is "${id}"`,
        );
      }
      return id;
    }),
  };
}
