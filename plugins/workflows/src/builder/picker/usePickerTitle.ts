import { useSaid } from '../commands/useSaid';
import { useBuilderEnvironment } from '../context/BuilderContext';
import type { StepPlace } from '../model/operations/addStep';

/** What the picker adds to, in words. */
export function usePickerTitle(place: StepPlace): {
  t: ReturnType<typeof useSaid>['t'];
  title: string;
} {
  const { t, nameOf } = useSaid();
  const { store } = useBuilderEnvironment();
  const titleOf = () => {
    switch (place.kind) {
      case 'after':
        return t('builder.picker.after', { name: nameOf(place.nodeId) });
      case 'before':
        return t('builder.picker.before', { name: nameOf(place.nodeId) });
      case 'edge': {
        const { edges } = store.getState().document.definition;
        const edge = edges.find(({ id }) => id === place.edgeId);
        return edge
          ? t('builder.picker.between', {
              before: nameOf(edge.source),
              after: nameOf(edge.target),
            })
          : t('builder.palette.title');
      }
      default:
        return t('builder.palette.title');
    }
  };
  return { t, title: titleOf() };
}
