/** A service of the portal refused a request. It says why, for the person who made it. */
export class RefusedError extends Error {
  constructor(
    readonly refusedWith: number,
    /** In the service's words. */
    readonly reason: string,
  ) {
    super(`Refused with status ${refusedWith}: ${reason}`);
    this.name = 'RefusedError';
  }
}
