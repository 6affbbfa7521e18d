import type { ComponentType } from 'react';

/** What else stands in the toolbar, between the view and saving. */
export const TOOLBAR_ITEMS: ReadonlyArray<{
  id: string;
  Component: ComponentType;
}> = [];
