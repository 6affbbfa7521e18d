import type { ComponentType } from 'react';
import { TryButton } from '../trying/TryButton';
import { RunOnIncident } from './RunOnIncident';

/** What else stands in the toolbar, between the view and saving. */
export const TOOLBAR_ITEMS: ReadonlyArray<{
  id: string;
  Component: ComponentType;
}> = [
  { id: 'try', Component: TryButton },
  { id: 'run-on-incident', Component: RunOnIncident },
];
