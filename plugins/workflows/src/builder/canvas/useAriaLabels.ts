import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { workflowsTranslationRef } from '../../translation';

/** What React Flow says to a screen reader. */
export function useAriaLabels() {
  const { t } = useTranslationRef(workflowsTranslationRef);
  return {
    'controls.ariaLabel': t('builder.canvas.controls'),
    'controls.zoomIn.ariaLabel': t('builder.canvas.zoomIn'),
    'controls.zoomOut.ariaLabel': t('builder.canvas.zoomOut'),
    'controls.fitView.ariaLabel': t('builder.canvas.fit'),
    'minimap.ariaLabel': t('builder.canvas.minimap'),
    'node.a11yDescription.default': t('builder.canvas.nodeHelp'),
    'node.a11yDescription.keyboardDisabled': t('builder.canvas.nodeHelp'),
    'edge.a11yDescription.default': t('builder.canvas.edgeHelp'),
  };
}
