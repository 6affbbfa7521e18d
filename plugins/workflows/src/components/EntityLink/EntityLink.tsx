import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';

/** A link to a catalog entity, or the plain text when it is not an entity ref. */
export function EntityLink(props: { entityRef: string }) {
  return isEntityRef(props.entityRef) ? (
    <EntityRefLink entityRef={props.entityRef} hideIcon disableTooltip />
  ) : (
    <>{props.entityRef}</>
  );
}

function isEntityRef(text: string): boolean {
  try {
    parseEntityRef(text);
    return true;
  } catch {
    return false;
  }
}
