import type { JsonObject } from '@backstage/types';

/** What Slack's Web API does with messages, as far as the action relies on it. */
export class FakeSlack {
  readonly messages: Array<JsonObject & { ts: string; channel: string }> = [];
  /** An error of Slack's for a method, by its name. */
  readonly errors: Record<string, string | undefined> = {};
  pageSize = 200;

  /** The body of the answer. */
  answer(method: string, url: string, body?: string): JsonObject {
    const { pathname, searchParams } = new URL(url);
    const name = pathname.split('/').pop()!;
    if (this.errors[name]) {
      return { ok: false, error: this.errors[name] };
    }
    if (method === 'POST' && name === 'chat.postMessage') {
      const message = JSON.parse(body!);
      const ts = `17322696${String(this.messages.length).padStart(
        2,
        '0',
      )}.000100`;
      this.messages.unshift({ ...message, ts });
      return { ok: true, channel: message.channel, ts, message };
    }
    const thread = searchParams.get('ts');
    const known = this.messages.filter(
      ({ channel, ts, thread_ts: of }) =>
        channel === searchParams.get('channel') &&
        (name === 'conversations.history'
          ? of === undefined
          : ts === thread || of === thread),
    );
    const from = Number(searchParams.get('cursor') ?? 0);
    const messages = known
      .slice(from, from + this.pageSize)
      .map(({ metadata, ...message }) =>
        searchParams.get('include_all_metadata') === 'true'
          ? { ...message, metadata }
          : message,
      );
    const hasMore = from + this.pageSize < known.length;
    return {
      ok: true,
      messages,
      has_more: hasMore,
      ...(hasMore && {
        response_metadata: { next_cursor: String(from + this.pageSize) },
      }),
    } as JsonObject;
  }
}
