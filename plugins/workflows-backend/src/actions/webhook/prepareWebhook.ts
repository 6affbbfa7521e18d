import type { JsonObject } from '@backstage/types';
import {
  type Auth,
  EXECUTION_ID_HEADER,
  type SecretRef,
  type WebhookConfig,
  isSecretRef,
} from 'backstage-plugin-workflows-common';
import { ActionError } from 'backstage-plugin-workflows-node';

/** What is stored before it is sent, and sent on every attempt. */
export type WebhookRequest = JsonObject & {
  method: string;
  url: string;
  headers: Record<string, string | SecretRef>;
  auth?: Auth;
  body?: string;
  /** How the answer is judged, and what is kept of it. */
  answer?: Pick<WebhookConfig, 'success' | 'keep'>;
};

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
  const { auth, keep, success } = config;
  const body = bodyOf(config);
  const headers = ownHeaders(config.headers ?? {});
  if (auth && auth.type !== 'none' && 'Authorization' in headers) {
    throw invalid(
      'headers.Authorization',
      'is made by auth; remove one of them',
    );
  }
  return {
    method: config.method,
    url: requestUrl(config),
    headers: {
      ...(body ? { 'Content-Type': body.contentType } : {}),
      'User-Agent': 'backstage-plugin-workflows',
      Accept: 'application/json, */*;q=0.5',
      ...headers,
      'Idempotency-Key': effectKey,
      [EXECUTION_ID_HEADER]: executionId,
    },
    ...(auth && auth.type !== 'none' ? { auth } : {}),
    ...(body ? { body: body.text } : {}),
    ...(keep || success
      ? {
          answer: {
            ...(keep && { keep }),
            ...(success && { success }),
          },
        }
      : {}),
  } as WebhookRequest;
}

function bodyOf(
  config: WebhookConfig,
): { contentType: string; text: string } | undefined {
  const { body, form, method, raw } = config;
  const given = [
    ...(body === undefined ? [] : ['body']),
    ...(form ? ['form'] : []),
    ...(raw ? ['raw'] : []),
  ];
  if (given.length > 1) {
    throw invalid(given[1], `cannot be sent beside ${given[0]}; choose one`);
  }
  if (given.length > 0 && method === 'GET') {
    throw invalid(given[0], 'cannot be sent with GET; choose another method');
  }
  if (raw) {
    checkHeaderValue('raw.contentType', raw.contentType);
    return raw;
  }
  if (form) {
    return {
      contentType: 'application/x-www-form-urlencoded',
      text: new URLSearchParams(form).toString(),
    };
  }
  return body === undefined
    ? undefined
    : { contentType: 'application/json', text: JSON.stringify(body) };
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
      checkHeaderValue(`headers.${name}`, value);
      return [OVERRIDABLE[key] ?? name, value];
    }),
  );
}

/** In our spelling, so that the author's value replaces ours. */
const OVERRIDABLE: Record<string, string | undefined> = {
  accept: 'Accept',
  authorization: 'Authorization',
  'content-type': 'Content-Type',
  'user-agent': 'User-Agent',
};

function checkHeaderValue(field: string, value: string | SecretRef) {
  if (isSecretRef(value)) {
    return;
  }
  // eslint-disable-next-line no-control-regex
  if (/[\r\n\0]/.test(value)) {
    throw invalid(
      field,
      'would hold a line break or NUL, which would make another header; put such text into the body',
    );
  }
  // eslint-disable-next-line no-control-regex
  if (/[^\t\x20-\x7e\x80-\xff]/.test(value)) {
    throw invalid(
      field,
      'would hold characters that HTTP headers cannot carry; put such text into the body',
    );
  }
}

function invalid(field: string, problem: string): ActionError {
  return new ActionError(`Nothing was sent: ${field} ${problem}.`, {
    code: 'config_invalid',
  });
}
