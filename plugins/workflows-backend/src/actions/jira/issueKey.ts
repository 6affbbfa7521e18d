import type { JiraConfig } from 'backstage-plugin-workflows-common';
import { ActionError } from 'backstage-plugin-workflows-node';

/** @throws ActionError when the template did not give the key of an issue */
export function issueKeyOf({ issue = '' }: JiraConfig): string {
  const key = issue.trim();
  if (!/^[A-Za-z][A-Za-z0-9_]{0,254}-\d{1,18}$/.test(key)) {
    throw new ActionError(
      `Nothing was sent: issue must be the key of an issue such as OPS-12, found ${JSON.stringify(
        key.slice(0, 100),
      )}.`,
      { code: 'config_invalid' },
    );
  }
  return key.toUpperCase();
}
