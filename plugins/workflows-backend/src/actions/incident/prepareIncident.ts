import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  type IncidentConfig,
  type IncidentPatch,
  updateIncidentSchema,
} from 'backstage-plugin-workflows-common';
import {
  ActionError,
  type PrepareOptions,
} from 'backstage-plugin-workflows-node';

/** All templates of an incident's runs see its metadata, and have limits. */
const MAX_METADATA_CHARS = 20_000;

/** What is stored before it is done, and done on every attempt. */
export type IncidentRequest = JsonObject & {
  patch: IncidentPatch;
  entityRef?: string;
  /** The execution, so that a circle of runs is seen. */
  causedBy: string;
} & (
    | { operation: 'update'; incidentId: string }
    | { operation: 'declare'; incidentKey: string }
  );

/** The edit, or the incident, of a rendered config. */
export function prepareIncident(
  options: PrepareOptions<IncidentConfig>,
): IncidentRequest {
  const { config, effectKey, executionId, incident } = options;
  const patch = patchOf(config);
  const ref = config.entityRef?.trim();
  const said = {
    patch,
    ...(ref && { entityRef: toRef(ref) }),
    causedBy: executionId,
  };
  if (config.operation === 'declare') {
    if (!patch.title) {
      throw invalid('title', 'came out empty; a new incident needs one');
    }
    return {
      operation: 'declare',
      // Whatever is done twice leads to the same incident.
      incidentKey: effectKey,
      ...said,
      patch: { status: 'triggered', ...patch },
    } as IncidentRequest;
  }
  if (Object.keys(patch).length === 0 && !said.entityRef) {
    throw new ActionError(
      'Nothing was changed: all fields came out empty; look at their templates.',
      { code: 'config_invalid' },
    );
  }
  return {
    operation: 'update',
    incidentId: incident.id,
    ...said,
  } as IncidentRequest;
}

/** The fields that say something; the bounds are those of an edit by hand. */
function patchOf(config: IncidentConfig): IncidentPatch {
  const { operation: _, entityRef: __, metadata, labels, ...texts } = config;
  if (texts.url?.trim() && !/^https?:\/\/\S+$/i.test(texts.url.trim())) {
    throw invalid('url', 'must be an http:// or https:// URL');
  }
  const said = {
    ...nonEmpty(texts),
    ...(labels && Object.keys(labels).length > 0 && { labels }),
  };
  if (Object.keys(said).length > 0) {
    const { error } = updateIncidentSchema.safeParse(said);
    if (error) {
      const [{ path, message }] = error.issues;
      throw invalid(path.join('.'), message);
    }
  }
  if (!metadata || Object.keys(metadata).length === 0) {
    return said;
  }
  if ('tickets' in metadata) {
    throw invalid(
      'metadata.tickets',
      'is kept for tickets; choose another name',
    );
  }
  if (JSON.stringify(metadata).length > MAX_METADATA_CHARS) {
    throw invalid(
      'metadata',
      `must have at most ${MAX_METADATA_CHARS} characters as JSON`,
    );
  }
  return { ...said, metadata };
}

function nonEmpty(texts: Record<string, string | undefined>): IncidentPatch {
  return Object.fromEntries(
    Object.entries(texts)
      .map(([name, text]) => [name, text?.trim()])
      .filter(([, text]) => text),
  );
}

function toRef(text: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch (error) {
    throw invalid('entityRef', toError(error).message);
  }
}

function invalid(field: string, problem: string): ActionError {
  return new ActionError(`Nothing was changed: ${field}: ${problem}.`, {
    code: 'config_invalid',
  });
}
