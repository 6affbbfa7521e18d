import type { RJSFValidationError } from '@rjsf/utils';

/**
 * The form's errors, told as the workflow's validation tells them: its words
 * say what would be right, where ajv quotes the schema. One for each place.
 */
export function inOurWords(
  errors: readonly RJSFValidationError[],
  messages: ReadonlyMap<string, string>,
): RJSFValidationError[] {
  const told = new Set<string>();
  return errors.flatMap(error => {
    const message = messages.get(placeOf(error));
    if (message === undefined) {
      return [error];
    }
    if (told.has(placeOf(error))) {
      return [];
    }
    told.add(placeOf(error));
    return [{ ...error, message }];
  });
}

/** The path within the config; a missing field is told of at its parent. */
function placeOf({ name, property = '', params }: RJSFValidationError) {
  const path = property.replace(/^\./, '').split('.').filter(Boolean);
  const missing = name === 'required' ? params?.missingProperty : undefined;
  return (
    missing && path[path.length - 1] !== missing ? [...path, missing] : path
  ).join('.');
}
