import AccountTreeOutlinedIcon from '@material-ui/icons/AccountTreeOutlined';
import TuneIcon from '@material-ui/icons/Tune';
import type { ComponentType } from 'react';
import { Inspector } from '../inspector/Inspector';
import { Outline } from '../outline/Outline';

/** Something that the right side of the builder shows. */
export interface Panel {
  id: string;
  /** The key of its name in the translation. */
  title: 'builder.inspector.label' | 'builder.outline.label';
  Icon: typeof TuneIcon;
  Component: ComponentType;
}

/** The panels on the right, in the order of their tabs. */
export const PANELS: readonly Panel[] = [
  {
    id: 'inspector',
    title: 'builder.inspector.label',
    Icon: TuneIcon,
    Component: Inspector,
  },
  {
    id: 'outline',
    title: 'builder.outline.label',
    Icon: AccountTreeOutlinedIcon,
    Component: Outline,
  },
];
