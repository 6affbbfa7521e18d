import type { JsonValue } from '@backstage/types';
import type { JiraConfig } from 'backstage-plugin-workflows-common';
import { cut } from '../../http/oneLine';
import { toAdf } from './toAdf';
import { toWiki } from './toWiki';

/** Jira takes 32,767 characters unless it was told otherwise; markup takes some of them. */
const MAX_CHARS = 30_000;

/** Markdown as the deployment's API takes it, with its end cut off when Jira would refuse it. */
export function richText(
  markdown: string,
  deployment: JiraConfig['deployment'],
): JsonValue {
  const text =
    markdown.length > MAX_CHARS ? `${cut(markdown, MAX_CHARS)}…` : markdown;
  return deployment === 'dataCenter' ? toWiki(text) : toAdf(text);
}
