import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { said } from '../said';
import type { CustomField } from './payload';

const MAPPED = ['service', 'team', 'entityRef'] as const;

type Mapped = (typeof MAPPED)[number];

/** Which custom field of the account, by its name or id, says what. */
export type CustomFieldMapping = Partial<Record<Mapped, string>>;

/**
 * The custom fields that `fields` in the configuration names.
 *
 * @throws InputError that names a key that is not one of ours
 */
export function readCustomFields(config: Config): CustomFieldMapping {
  const fields = config.getOptionalConfig('fields');
  const unknown = fields
    ?.keys()
    .find(key => !(MAPPED as readonly string[]).includes(key));
  if (unknown) {
    throw new InputError(
      `fields.${unknown} cannot be mapped; of incident.io these can: ${MAPPED.join(
        ', ',
      )}`,
    );
  }
  return said(
    Object.fromEntries(
      MAPPED.map(key => [key, fields?.getOptionalString(key)]),
    ) as Record<Mapped, string | undefined>,
  );
}

/** What the custom fields say: all of them as labels, the mapped ones as fields. */
export function customFieldFacts(
  entries: CustomField[],
  mapping: CustomFieldMapping,
) {
  const find = (key: Mapped) =>
    entries.find(
      ({ custom_field: { id, name } }) =>
        mapping[key] !== undefined && [id, name].includes(mapping[key]),
    );
  return {
    service: textsOf(find('service'))[0],
    team: textsOf(find('team'))[0],
    entityRef: entityRefOf(find('entityRef')),
    labels: Object.fromEntries(
      entries
        .map(entry => [entry.custom_field.name, textsOf(entry).join(', ')])
        .filter(([, text]) => text !== ''),
    ) as Record<string, string>,
  };
}

function textsOf(entry: CustomField | undefined): string[] {
  return (entry?.values ?? []).flatMap(
    value =>
      value.value_catalog_entry?.name ??
      value.value_option?.value ??
      value.value_text ??
      value.value_link ??
      value.value_numeric ??
      [],
  );
}

/** As incident.io's catalog importer names what it takes out of Backstage. */
const NAMESPACE_AND_NAME = /^[\w.-]+\/[\w.-]+$/;
const WHOLE_REF = /^\w+:[\w.-]+\/[\w.-]+$/;

/**
 * The component of the first catalog entry, if the entry came from the catalog of
 * a portal: its id there is `namespace/name`, or a whole ref.
 */
function entityRefOf(entry: CustomField | undefined): string | undefined {
  const id = entry?.values[0]?.value_catalog_entry?.external_id ?? '';
  if (WHOLE_REF.test(id)) {
    return id;
  }
  return NAMESPACE_AND_NAME.test(id) ? `component:${id}` : undefined;
}
