import type { JsonObject } from '@backstage/types';
import {
  type Auth,
  LINEAR_PRIORITIES,
  type LinearConfig,
  type SecretRef,
} from 'backstage-plugin-workflows-common';
import { ActionError } from 'backstage-plugin-workflows-node';
import { createHash } from 'node:crypto';
import { v4 as uuid } from 'uuid';
import { cut, oneLine } from '../http/oneLine';
import { DOCUMENTS } from './documents';

const API = 'https://api.linear.app/graphql';
const MAX_TITLE_CHARS = 255;
const MAX_TEXT_CHARS = 100_000;

/** What is stored before it is sent, and sent on every attempt. */
export type LinearRequest = JsonObject & {
  operation: LinearConfig['operation'];
  method: 'POST';
  url: string;
  headers: Record<string, string | SecretRef>;
  auth?: Auth;
  /** Names the issue or comment; Linear makes no second one of this id. */
  id: string;
  body: string;
};

/** The exact request of a rendered config. */
export function prepareLinear({
  config,
  effectKey,
}: {
  config: LinearConfig;
  effectKey: string;
}): LinearRequest {
  const { auth, operation } = config;
  const id = idOf(effectKey);
  const variables = {
    input: {
      id,
      ...(operation === 'comment' ? commentOf(config) : issueOf(config)),
    },
  };
  return {
    operation,
    method: 'POST',
    url: API,
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      'User-Agent': 'backstage-plugin-workflows',
      // An API key stands in the header as it is, without a scheme.
      ...(auth.type === 'apiKey' ? { Authorization: auth.key } : {}),
    },
    ...(auth.type === 'apiKey' ? {} : { auth }),
    id,
    body: JSON.stringify({ query: DOCUMENTS[operation].create, variables }),
  } as LinearRequest;
}

/** Linear wants ids in the form of UUIDs of version 4; this one follows from the key. */
export function idOf(effectKey: string): string {
  const random = createHash('sha256')
    .update(`workflows-linear:${effectKey}`)
    .digest()
    .subarray(0, 16);
  return uuid({ random });
}

function issueOf(config: LinearConfig): JsonObject {
  const { assigneeId, description, projectId, stateId } = config;
  const labelIds = (config.labelIds ?? []).filter(Boolean);
  return {
    teamId: config.teamId!.trim(),
    title: oneLine(config.title ?? '', MAX_TITLE_CHARS),
    ...(description && { description: cut(description, MAX_TEXT_CHARS) }),
    ...(config.priority && { priority: priorityOf(config.priority) }),
    ...(labelIds.length > 0 && { labelIds }),
    ...(assigneeId && { assigneeId }),
    ...(stateId && { stateId }),
    ...(projectId && { projectId }),
  };
}

function commentOf({ comment = '', issue = '' }: LinearConfig): JsonObject {
  return { issueId: issue.trim(), body: cut(comment, MAX_TEXT_CHARS) };
}

function priorityOf(text: string): number {
  const name = text.trim().toLowerCase();
  const number = /^[0-4]$/.test(name)
    ? Number(name)
    : LINEAR_PRIORITIES.indexOf(name as 'none');
  if (number < 0) {
    throw new ActionError(
      `Nothing was sent: priority must be one of ${LINEAR_PRIORITIES.join(
        ', ',
      )} or a number from 0 to 4, found ${JSON.stringify(text.slice(0, 100))}.`,
      { code: 'config_invalid' },
    );
  }
  return number;
}
