import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { builderMessages } from './translations/builder';
import { catalogMessages } from './translations/catalog';
import { historyMessages } from './translations/history';
import { inspectorMessages } from './translations/inspector';
import { intakeMessages } from './translations/intake';
import { killSwitchMessages } from './translations/killSwitch';
import { matchingMessages } from './translations/matching';
import { savingMessages } from './translations/saving';
import { tryingMessages } from './translations/trying';
import { secretsMessages } from './translations/secrets';
import { workflowsMessages } from './translations/workflows';

/**
 * Every text that the plugin shows.
 *
 * @public
 */
export const workflowsTranslationRef = createTranslationRef({
  id: 'plugin.workflows',
  messages: {
    secrets: secretsMessages,
    workflows: workflowsMessages,
    builder: builderMessages,
    catalog: catalogMessages,
    history: historyMessages,
    inspector: inspectorMessages,
    intake: intakeMessages,
    killSwitch: killSwitchMessages,
    matching: matchingMessages,
    saving: savingMessages,
    trying: tryingMessages,
  },
});
