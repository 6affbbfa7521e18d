import { useCallback } from 'react';
import type { StepPlace } from '../model/operations/addStep';
import type { PaletteItem } from '../palette/usePaletteItems';
import { useAddNote } from './useAddNote';
import { useAddStep } from './useAddStep';

/** Adds what was chosen from the palette or the picker. */
export function useAddItem() {
  const addStep = useAddStep();
  const addNote = useAddNote();
  return useCallback(
    (item: PaletteItem, place: StepPlace) =>
      item.template
        ? addStep(item.template(), place)
        : addNote('position' in place ? place.position : undefined),
    [addStep, addNote],
  );
}
