import { useMemo } from 'react';
import { useTexts } from '../../texts';
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
  /** An action's id, `condition`, `delay` or `note`. */
  id: string;
  group: 'actions' | 'logic';
  title: string;
  description: string;
  /** The step to add; a note is none. */
  template?: () => NodeTemplate;
}

/** Everything that can be added: the installed actions, the logic, and notes. */
export function usePaletteItems(): PaletteItem[] {
  const { t } = useTexts();
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
      {
        id: 'note',
        group: 'logic',
        title: t('builder.palette.note'),
        description: t('builder.palette.noteDescription'),
      },
    ],
    [actions, t],
  );
}

/** The items that a search finds, those whose title begins with it first. */
export function searchItems(
  items: readonly PaletteItem[],
  query: string,
): PaletteItem[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const rank = ({ title }: PaletteItem) =>
    Number(!title.toLowerCase().startsWith(words[0] ?? ''));
  return items
    .filter(({ id, title, description }) => {
      const text = `${title} ${id} ${description}`.toLowerCase();
      return words.every(word => text.includes(word));
    })
    .sort((a, b) => rank(a) - rank(b));
}
