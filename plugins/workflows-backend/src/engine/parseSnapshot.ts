import {
  type WorkflowDefinition,
  findCycle,
  parseDefinition,
} from 'backstage-plugin-workflows-common';

/** A snapshot that this version cannot run. */
export class DefinitionInvalidError extends Error {}

/** Definitions that are kept; most segments are of a few workflows. */
const KEPT = 20;
const parsed = new Map<string, WorkflowDefinition>();

/**
 * The definition that a run was started with. Nobody changes what this gives:
 * the next segment with the same snapshot is given the same object, because
 * checking a large definition takes longer than running a step of it.
 *
 * @throws DefinitionInvalidError
 */
export function parseSnapshot(text: string): WorkflowDefinition {
  const definition = parsed.get(text) ?? parse(text);
  // The one that was used last is the last to go.
  parsed.delete(text);
  parsed.set(text, definition);
  if (parsed.size > KEPT) {
    parsed.delete(parsed.keys().next().value!);
  }
  return definition;
}

function parse(text: string): WorkflowDefinition {
  let snapshot: unknown;
  try {
    snapshot = JSON.parse(text);
  } catch {
    throw new DefinitionInvalidError('The stored definition is not JSON.');
  }
  const { definition, problems } = parseDefinition(snapshot);
  if (!definition) {
    const [{ path, message }] = problems;
    throw new DefinitionInvalidError(
      `The stored definition cannot be run: ${path}: ${message}.`,
    );
  }
  const cycle = findCycle(definition);
  if (cycle) {
    throw new DefinitionInvalidError(
      `The stored definition cannot be run: its steps run in a circle: ${cycle.join(
        ' → ',
      )}.`,
    );
  }
  return definition;
}
