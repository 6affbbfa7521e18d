import type { JsonObject } from '@backstage/types';
import {
  EXECUTION_ID_HEADER,
  type SecretRef,
  type WebhookConfig,
  isSecretRef,
} from 'backstage-plugin-workflows-common';
import { ActionError } from 'backstage-plugin-workflows-node';

/** What is stored before it is sent, and sent on every attempt. */
export interface WebhookRequest extends JsonObject {
  method: string;
  url: string;
  headers: Record<string, string | SecretRef>;
  body?: string;
}

/** They belong to the connection, or say what the engine promises. */
const RESERVED = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'idempotency-key',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  EXECUTION_ID_HEADER.toLowerCase(),
]);

/**
 * The exact request of a rendered config. The body is made text here, once, so
 * that every attempt sends the same bytes.
 */
export function prepareWebhook(options: {
  config: WebhookConfig;
  effectKey: string;
  executionId: string;
}): WebhookRequest {
  const { config, effectKey, executionId } = options;
  const hasBody = config.body !== undefined;
  return {
    method: config.method,
    url: requestUrl(config),
    headers: {
      ...(hasBody ? { 'Content-Type': 'application/json' } : {}),
      'User-Agent': 'backstage-plugin-workflows',
      Accept: 'application/json, */*;q=0.5',
      ...ownHeaders(config.headers ?? {}),
      'Idempotency-Key': effectKey,
      [EXECUTION_ID_HEADER]: executionId,
    },
    ...(hasBody ? { body: JSON.stringify(config.body) } : {}),
  };
}

function requestUrl({ url: text, query = {} }: WebhookConfig): string {
  if (!URL.canParse(text)) {
    throw invalid('url', 'is not a URL; check its host and port');
  }
  const url = new URL(text);
  if (url.username || url.password) {
    throw invalid(
      'url',
      'must not hold credentials; put them into a header as a secret',
    );
  }
  url.hash = '';
  for (const [name, value] of Object.entries(query)) {
    url.searchParams.append(name, value);
  }
  return url.href;
}

function ownHeaders(
  headers: Record<string, string | SecretRef>,
): Record<string, string | SecretRef> {
  const seen = new Set<string>();
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const key = name.toLowerCase();
      if (RESERVED.has(key)) {
        throw invalid(`headers.${name}`, 'is set by the portal; remove it');
      }
      if (seen.has(key)) {
        throw invalid(`headers.${name}`, 'is there twice; remove one of them');
      }
      seen.add(key);
      checkHeaderValue(name, value);
      return [OVERRIDABLE[key] ?? name, value];
    }),
  );
}

/** In our spelling, so that the author's value replaces ours. */
const OVERRIDABLE: Record<string, string | undefined> = {
  accept: 'Accept',
  'content-type': 'Content-Type',
  'user-agent': 'User-Agent',
};

function checkHeaderValue(name: string, value: string | SecretRef) {
  if (isSecretRef(value)) {
    return;
  }
  // eslint-disable-next-line no-control-regex
  if (/[\r\n\0]/.test(value)) {
    throw invalid(
      `headers.${name}`,
      'would hold a line break or NUL, which would make another header; put such text into the body',
    );
  }
  // eslint-disable-next-line no-control-regex
  if (/[^\t\x20-\x7e\x80-\xff]/.test(value)) {
    throw invalid(
      `headers.${name}`,
      'would hold characters that HTTP headers cannot carry; put such text into the body',
    );
  }
}

function invalid(field: string, problem: string): ActionError {
  return new ActionError(`Nothing was sent: ${field} ${problem}.`, {
    code: 'config_invalid',
  });
}
