import { useMemo } from 'react';
import { focusNode } from '../canvas/focusNode';
import { useReveal } from '../canvas/useReveal';
import {
  useBuilderEnvironment,
  useEditDefinition,
} from '../context/BuilderContext';
import { type Clip, clipOf, paste } from '../model/clipboard';
import { parseClipText, textOf } from '../model/clipText';
import { useSaid } from './useSaid';

/** Copies of steps and notes, here or by way of the clipboard. */
export function useClipboardCommands() {
  const { store } = useBuilderEnvironment();
  const edit = useEditDefinition();
  const reveal = useReveal();
  const { t, say } = useSaid();
  return useMemo(() => {
    const selected = () =>
      clipOf(store.getState().document.definition, store.getState().selection);
    const add = (clip: Clip, at?: { x: number; y: number }) => {
      let ids: string[] = [];
      edit(definition => {
        const pasted = paste(definition, clip, at);
        ids = pasted.ids;
        return pasted.definition;
      });
      reveal(ids[0]);
      store.getState().select(ids);
      focusNode(ids[0]);
      return ids.length;
    };
    return {
      /** The selected steps as text for the clipboard; nothing when there are none. */
      copy(): string | undefined {
        const clip = selected();
        if (clip) {
          const count = clip.nodes.length + clip.notes.length;
          say(t('builder.said.copied', { count }));
        }
        return clip && textOf(clip);
      },

      /** @returns whether the text was steps */
      paste(text: string, at?: { x: number; y: number }): boolean {
        const clip = parseClipText(text);
        if (clip) {
          say(t('builder.said.pasted', { count: add(clip, at) }));
        }
        return clip !== undefined;
      },

      duplicate() {
        const clip = selected();
        if (clip) {
          say(t('builder.said.duplicated', { count: add(clip) }));
        }
      },
    };
  }, [store, edit, reveal, t, say]);
}
