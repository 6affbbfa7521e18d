import { useMemo } from 'react';
import { useTexts } from '../../texts';

/** What React Flow says to a screen reader. */
export function useAriaLabels() {
  const { t } = useTexts();
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
