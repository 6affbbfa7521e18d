import AccountTreeOutlinedIcon from '@material-ui/icons/AccountTreeOutlined';
import CodeIcon from '@material-ui/icons/Code';
import PlaylistAddCheckIcon from '@material-ui/icons/PlaylistAddCheck';
import TuneIcon from '@material-ui/icons/Tune';
import VpnKeyOutlinedIcon from '@material-ui/icons/VpnKeyOutlined';
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
  Icon: typeof TuneIcon;
  Component: ComponentType;
  /** Needs more room than a form. */
  isWide?: boolean;
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
  {
    id: 'json',
    title: 'inspector.json.label',
    Icon: CodeIcon,
    Component: JsonPanel,
    isWide: true,
  },
  {
    id: 'trying',
    title: 'trying.label',
    Icon: PlaylistAddCheckIcon,
    Component: TryingPanel,
  },
  {
    id: 'secrets',
    title: 'secrets.label',
    Icon: VpnKeyOutlinedIcon,
    Component: SecretsPanel,
  },
];
