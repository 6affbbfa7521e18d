import { useState } from 'react';

/** Stands for the sample where an incident's id would be. */
export const SAMPLE = 'sample';

/** The incident that previews are shown with, remembered for each workflow. */
export function useChosenIncident(workflowId: string) {
  const key = `workflows.preview.${workflowId}`;
  const [id, setId] = useState(() => window.localStorage.getItem(key));
  return {
    /** Null until one has been chosen. */
    id,
    choose: (next: string) => {
      window.localStorage.setItem(key, next);
      setId(next);
    },
  };
}
