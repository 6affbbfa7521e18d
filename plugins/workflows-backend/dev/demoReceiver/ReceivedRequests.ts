/** One request that arrived at the demo receiver. */
export interface ReceivedRequest {
  receivedAt: Date;
  path: string;
  idempotencyKey?: string;
  body: unknown;
}

/** The latest requests, newest first, in memory only. */
export class ReceivedRequests {
  static create(options: { limit: number }) {
    return new ReceivedRequests(options.limit);
  }

  private readonly requests: ReceivedRequest[] = [];

  private constructor(private readonly limit: number) {}

  add(request: ReceivedRequest) {
    this.requests.unshift(request);
    this.requests.length = Math.min(this.requests.length, this.limit);
  }

  list(): readonly ReceivedRequest[] {
    return this.requests;
  }
}
