import type { Workflow } from 'backstage-plugin-workflows-common';
import { createStore } from 'zustand';
import type { StepPlace } from '../model/operations/addStep';

/** The picker of steps, open for one place. */
export interface PickerRequest {
  place: StepPlace;
  /** Where it opens, in pixels from the canvas's upper left corner. */
  at: { x: number; y: number };
}

/** What one sees of the builder that is no part of the workflow, and so not of undo. */
export interface UiState {
  /** The id of the open panel on the right. */
  panel: string;
  /** The panel can be put away, for a larger canvas. */
  isPanelOpen: boolean;
  picker?: PickerRequest;
  dialog?: 'shortcuts' | 'connect';
  /** The node that is being renamed on the canvas. */
  renaming?: string;
  /** Whether steps are being dragged on the canvas. */
  isDragging?: boolean;
  /** The edge that a step would be spliced into if it were let go now. */
  dropEdge?: string;
  /** What somebody else saved meanwhile, while the person is asked about it. */
  conflict?: Workflow;
  /** What a screen reader is told; `count` tells the same text said twice apart. */
  said: { text: string; count: number };
}

export type UiStore = ReturnType<typeof createUiStore>;

export function createUiStore() {
  const store = createStore<UiState>()(() => ({
    panel: 'inspector',
    isPanelOpen: true,
    said: { text: '', count: 0 },
  }));
  return Object.assign(store, {
    announce: (text: string) =>
      store.setState(({ said }) => ({
        said: { text, count: said.count + 1 },
      })),
    openPanel: (panel: string) => store.setState({ panel, isPanelOpen: true }),
  });
}
