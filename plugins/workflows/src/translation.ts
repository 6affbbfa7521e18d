import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { builderMessages } from './translations/builder';
import { catalogMessages } from './translations/catalog';
import { historyMessages } from './translations/history';
import { intakeMessages } from './translations/intake';
import { killSwitchMessages } from './translations/killSwitch';
import { matchingMessages } from './translations/matching';
import { workflowsMessages } from './translations/workflows';

/**
 * Every text that the plugin shows.
 *
 * @public
 */
export const workflowsTranslationRef = createTranslationRef({
  id: 'plugin.workflows',
  messages: {
    workflows: workflowsMessages,
    builder: builderMessages,
    catalog: catalogMessages,
    history: historyMessages,
    intake: intakeMessages,
    killSwitch: killSwitchMessages,
    matching: matchingMessages,
  },
});
