import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { workflowsTranslationRef } from '../../translation';
import { useBuilderEnvironment } from '../context/BuilderContext';
import {
  type NodeTemplate,
  actionTemplate,
  conditionTemplate,
  delayTemplate,
} from '../model/nodeTemplate';

/** What a drag from the palette carries: a palette item's id. */
export const PALETTE_MIME = 'application/x-workflows-step';

export interface PaletteItem {
  /** An action's id, `condition` or `delay`. */
  id: string;
  group: 'actions' | 'logic';
  title: string;
  description: string;
  template: () => NodeTemplate;
}

/** Everything that can be added: the installed actions, then the logic. */
export function usePaletteItems(): PaletteItem[] {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { actions } = useBuilderEnvironment();
  return useMemo(
    () => [
      ...actions.map(
        (action): PaletteItem => ({
          id: action.id,
          group: 'actions',
          title: action.title,
          description: action.description,
          template: () => actionTemplate(action),
        }),
      ),
      {
        id: 'condition',
        group: 'logic',
        title: t('builder.palette.condition'),
        description: t('builder.palette.conditionDescription'),
        template: conditionTemplate,
      },
      {
        id: 'delay',
        group: 'logic',
        title: t('builder.palette.delay'),
        description: t('builder.palette.delayDescription'),
        template: delayTemplate,
      },
    ],
    [actions, t],
  );
}
