import type { ComponentType } from 'react';
import { Inspector } from '../inspector/Inspector';
import { JsonPanel } from '../json/JsonPanel';
import { Outline } from '../outline/Outline';
import { TryingPanel } from '../trying/TryingPanel';
import { SecretsPanel } from './SecretsPanel';

/** Something that the right side of the builder shows. */
export interface Panel {
  id: string;
  /** The key of its name in the translation. */
  title:
    | 'builder.inspector.label'
    | 'builder.outline.label'
    | 'inspector.json.label'
    | 'secrets.label'
    | 'trying.label';
  Component: ComponentType;
  /** Needs more room than a form. */
  isWide?: boolean;
}

/** The panels on the right, in the order of their tabs. */
export const PANELS: readonly Panel[] = [
  {
    id: 'inspector',
    title: 'builder.inspector.label',
    Component: Inspector,
  },
  {
    id: 'outline',
    title: 'builder.outline.label',
    Component: Outline,
  },
  {
    id: 'json',
    title: 'inspector.json.label',
    Component: JsonPanel,
    isWide: true,
  },
  {
    id: 'trying',
    title: 'trying.label',
    Component: TryingPanel,
  },
  {
    id: 'secrets',
    title: 'secrets.label',
    Component: SecretsPanel,
  },
];
