import { useTheme } from '@material-ui/core/styles';
import {
  type PropsWithChildren,
  createContext,
  useContext,
  useMemo,
} from 'react';
import { type Translate, useTexts } from '../../../texts';
import { type NodeSummary, useNodeSummary } from '../useNodeSummary';
import { useIsFar } from '../useIsFar';
import { type NodeTitle, useNodeTitle } from '../useNodeText';
import { stepColor } from './stepLook';
import { useNodeStyles } from './useNodeStyles';

/** What every node needs to draw itself. */
export interface NodeLook {
  classes: ReturnType<typeof useNodeStyles>;
  t: Translate;
  titleOf: NodeTitle;
  summary: NodeSummary;
  colorOf: (kind: string) => string;
  /** Too far away to be read. */
  isFar: boolean;
}

const NodeLookContext = createContext<NodeLook | undefined>(undefined);

/** Looked up once for all nodes: with hundreds of them each hook counts. */
export const NodeLookProvider = ({ children }: PropsWithChildren<{}>) => {
  const { t } = useTexts();
  const theme = useTheme();
  const classes = useNodeStyles();
  const titleOf = useNodeTitle();
  const summary = useNodeSummary();
  const isFar = useIsFar();
  const look = useMemo(
    () => ({
      classes,
      t,
      titleOf,
      summary,
      colorOf: (kind: string) => stepColor(kind, theme),
      isFar,
    }),
    // The classes are those of the theme.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [t, titleOf, summary, theme, isFar],
  );
  return (
    <NodeLookContext.Provider value={look}>{children}</NodeLookContext.Provider>
  );
};

export function useNodeLook(): NodeLook {
  const look = useContext(NodeLookContext);
  if (!look) {
    throw new Error('A node is drawn outside of the canvas');
  }
  return look;
}
