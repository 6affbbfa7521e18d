import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  NOTIFICATION_SEVERITIES,
  type NotificationConfig,
} from 'backstage-plugin-workflows-common';
import {
  ActionError,
  type PrepareOptions,
} from 'backstage-plugin-workflows-node';
import { cut, oneLine } from '../http/oneLine';

/** Columns of the notifications plugin. */
const MAX_TITLE = 255;
const MAX_DESCRIPTION = 10_000;

export type NotificationSeverity = (typeof NOTIFICATION_SEVERITIES)[number];

/** What is stored before it is sent, and sent on every attempt. */
export type NotificationRequest = JsonObject & {
  /** Entity refs. */
  recipients: string[];
  /** As the incident names it; the catalog is asked when it is sent. */
  assignee?: string;
  payload: {
    title: string;
    description?: string;
    link: string;
    severity: NotificationSeverity;
    topic: string;
    /** Of one sender and recipient, a notification with the same scope replaces the one before. */
    scope: string;
  };
};

/** The notification of a rendered config, and whom it is for. */
export function prepareNotification(
  options: PrepareOptions<NotificationConfig>,
): NotificationRequest {
  const { config, effectKey, incident } = options;
  const recipients = recipientsOf(options);
  const assignee = config.assignee ? incident.assignee?.trim() : undefined;
  if (recipients.length === 0 && !assignee) {
    throw invalid(
      'there is nobody to notify',
      'the incident has no owner or assignee that was asked for, and no users or groups came out of their templates',
    );
  }
  const title = oneLine(config.title, MAX_TITLE);
  if (!title) {
    throw invalid('title', 'came out empty');
  }
  const description = config.description?.trim();
  return {
    recipients,
    ...(assignee && { assignee }),
    payload: {
      title,
      ...(description && { description: cut(description, MAX_DESCRIPTION) }),
      link: linkOf(config.link, `/workflows/incidents/${incident.id}`),
      severity: severityOf(config.severity),
      topic: config.topic?.trim() || 'workflows',
      scope: `workflows:${config.scope?.trim() || effectKey}`,
    },
  };
}

function recipientsOf({
  config,
  entity,
  incident,
}: PrepareOptions<NotificationConfig>): string[] {
  const owner = entity?.owner ?? incident.ownerRef;
  const named = (config.recipients ?? []).map(ref => ref.trim());
  const refs = [
    ...(config.owner && typeof owner === 'string' ? [owner] : []),
    ...named.filter(Boolean),
  ];
  return [...new Set(refs.map(toRef))];
}

function toRef(text: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch (error) {
    throw invalid(
      'recipients',
      `must be entity refs such as user:default/jane: ${
        toError(error).message
      }`,
    );
  }
}

function severityOf(text: string | undefined): NotificationSeverity {
  const severity = text?.trim().toLowerCase() || 'normal';
  const known = NOTIFICATION_SEVERITIES.find(one => one === severity);
  if (!known) {
    throw invalid(
      'severity',
      `must be ${NOTIFICATION_SEVERITIES.join(', ')}, and came out as "${cut(
        severity,
        50,
      )}"`,
    );
  }
  return known;
}

/** A path in the portal, or an address that a browser may open. */
function linkOf(text: string | undefined, fallback: string): string {
  const link = text?.trim() || fallback;
  const isPath = /^\/(?![/\\])/.test(link);
  if (!isPath && !(URL.canParse(link) && /^https?:/i.test(link))) {
    throw invalid(
      'link',
      'must be a path in the portal that begins with /, or an http:// or https:// URL',
    );
  }
  return link;
}

function invalid(field: string, problem: string): ActionError {
  return new ActionError(`Nothing was sent: ${field}: ${problem}.`, {
    code: 'config_invalid',
  });
}
