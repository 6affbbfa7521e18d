import type {
  Condition,
  WorkflowEdge,
  WorkflowNode,
  WorkflowNote,
} from 'backstage-plugin-workflows-common';
import { useMemo } from 'react';
import { useTexts } from '../../texts';
import { useNodeSummary } from '../canvas/useNodeSummary';
import { useNodeTitle } from '../canvas/useNodeText';
import type { BuilderDocument } from '../model/document';
import type { Difference, Side, WholeNode } from './model/Difference';
import { useFieldText } from './useFieldText';

/** A whole note or a long template would fill the dialog. */
const SHOWN_CHARACTERS = 400;

/** A difference in words. */
export interface DifferenceText {
  /** The step and the field, or the field of the workflow. */
  where(difference: Difference): string;
  value(difference: Difference, of: Side | 'base'): string;
}

/** @param documents - where the names of steps are looked up, the first one first */
export function useDifferenceText(
  documents: readonly BuilderDocument[],
): DifferenceText {
  const { t } = useTexts();
  const titleOf = useNodeTitle();
  const summary = useNodeSummary();
  const fieldText = useFieldText();
  return useMemo(() => {
    const nodeOf = (id: string) =>
      documents
        .flatMap(({ definition }) => definition.nodes)
        .find(node => node.id === id);
    const nameOf = (id: string) => {
      const node = nodeOf(id);
      return node ? titleOf(node) : id;
    };
    const summaryOf = ({ type, data }: WorkflowNode) =>
      type === 'trigger' ? '' : summary.ofNode(type, data);

    const words = (value: unknown): string => {
      switch (typeof value) {
        case 'undefined':
          return t('saving.value.none');
        case 'boolean':
          return t(value ? 'saving.value.yes' : 'saving.value.no');
        case 'string':
          return value || t('saving.value.empty');
        default:
          return JSON.stringify(value, null, 1);
      }
    };
    const textOf = ({ place, base }: Difference, value: unknown): string => {
      const { kind, path } = place;
      if (kind === 'edges') {
        const targets = ((value ?? []) as WorkflowEdge[]).map(({ target }) =>
          nameOf(target),
        );
        return targets.length > 0
          ? t('saving.value.leadsTo', { steps: targets.join(', ') })
          : t('saving.value.nowhere');
      }
      if (path.length === 0) {
        if (value === undefined) {
          return t(base ? 'saving.value.removed' : 'saving.value.absent');
        }
        return kind === 'note'
          ? words((value as WorkflowNote).text)
          : wholeText(value as WholeNode);
      }
      return path[path.length - 1] === 'conditions' && Array.isArray(value)
        ? value
            .map(condition => summary.ofCondition(condition as Condition))
            .join('\n') || t('saving.value.empty')
        : words(value);
    };
    const wholeText = ({ node }: WholeNode) =>
      [titleOf(node), summaryOf(node)].filter(Boolean).join(': ');

    return {
      where(difference) {
        const { place } = difference;
        const isOfNode = place.kind === 'node' || place.kind === 'edges';
        const field = fieldText(place, isOfNode ? nodeOf(place.id) : undefined);
        if (isOfNode) {
          return `${nameOf(place.id)} · ${field}`;
        }
        return place.kind === 'note' && place.path.length > 0
          ? `${t('builder.node.note')} · ${field}`
          : field;
      },
      value(difference, of) {
        const text = textOf(difference, difference[of]);
        return text.length > SHOWN_CHARACTERS
          ? `${text.slice(0, SHOWN_CHARACTERS)}…`
          : text;
      },
    };
  }, [documents, t, titleOf, summary, fieldText]);
}
