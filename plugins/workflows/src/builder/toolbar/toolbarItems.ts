import type { ComponentType } from 'react';
import { RunOnIncident } from './RunOnIncident';

/** What else stands in the toolbar, between the view and saving. */
export const TOOLBAR_ITEMS: ReadonlyArray<{
  id: string;
  Component: ComponentType;
}> = [{ id: 'run-on-incident', Component: RunOnIncident }];
