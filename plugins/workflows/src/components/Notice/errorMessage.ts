/**
 * What to tell people of a failed call. A `ResponseError` says only the status;
 * what the backend said is its cause.
 */
export function errorMessage(error: Error): string {
  const { cause } = error as { cause?: unknown };
  return error.name === 'ResponseError' && cause instanceof Error
    ? cause.message
    : error.message;
}
