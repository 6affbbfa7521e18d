import type { JsonObject } from '@backstage/types';
import type { Auth, JiraConfig } from 'backstage-plugin-workflows-common';
import { createHash } from 'node:crypto';

/** What is stored before anything is sent, whatever the operation. */
export type JiraSite = JsonObject & {
  method: 'POST';
  url: string;
  auth: Auth;
  /** Where the API is, with its version and without a slash at the end. */
  api: string;
  /** Where people open issues. */
  web: string;
};

export type CreateIssueRequest = JiraSite & {
  operation: 'createIssue';
  /** Of the account's project, for errors. */
  project: string;
  summary: string;
  /** By which the issue is found again. */
  label: string;
  body: string;
};

export type CommentRequest = JiraSite & {
  operation: 'comment';
  issue: string;
  /** By which the comment is found again. */
  mark: string;
  body: string;
};

export type TransitionRequest = JiraSite & {
  operation: 'transition';
  issue: string;
  /** Its name, or that of the status. The id, which is sent, is looked up. */
  transition: string;
};

export type JiraRequest =
  | CreateIssueRequest
  | CommentRequest
  | TransitionRequest;

/** The request's part that all operations share; `path` is below the API. */
export function siteOf(config: JiraConfig, path: string): JiraSite {
  const base = config.baseUrl.replace(/\/+$/, '');
  const version = config.deployment === 'dataCenter' ? 2 : 3;
  const api = `${base}/rest/api/${version}`;
  return {
    method: 'POST',
    url: `${api}${path}`,
    auth: config.auth as Auth & JsonObject,
    api,
    web: config.webUrl?.replace(/\/+$/, '') ?? base,
  };
}

/** Names an effect at Jira, where its key would be too long for people to read around. */
export function markOf(effectKey: string): string {
  const hash = createHash('sha256').update(effectKey).digest('hex');
  return `workflows-${hash.slice(0, 24)}`;
}
