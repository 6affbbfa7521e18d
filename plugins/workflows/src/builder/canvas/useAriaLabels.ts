import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { workflowsTranslationRef } from '../../translation';

/** What React Flow says to a screen reader. */
export function useAriaLabels() {
  const { t } = useTranslationRef(workflowsTranslationRef);
  return useMemo(
    () => ({
      'controls.ariaLabel': t('builder.canvas.controls'),
      'controls.zoomIn.ariaLabel': t('builder.canvas.zoomIn'),
      'controls.zoomOut.ariaLabel': t('builder.canvas.zoomOut'),
      'controls.fitView.ariaLabel': t('builder.canvas.fit'),
      'node.a11yDescription.default': t('builder.canvas.help'),
      'edge.a11yDescription.default': '',
    }),
    [t],
  );
}
