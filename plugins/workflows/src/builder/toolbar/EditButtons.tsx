import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import AccountTreeIcon from '@material-ui/icons/AccountTree';
import RedoIcon from '@material-ui/icons/Redo';
import UndoIcon from '@material-ui/icons/Undo';
import { useReactFlow } from '@xyflow/react';
import { useStore } from 'zustand';
import { workflowsTranslationRef } from '../../translation';
import { FIT } from '../canvas/useOpeningView';
import {
  useBuilderEnvironment,
  useEditDefinition,
} from '../context/BuilderContext';
import { layout } from '../model/layout';
import { Hint } from './Hint';

/** Undo, redo, and putting everything in order. */
export const EditButtons = () => {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { store } = useBuilderEnvironment();
  const edit = useEditDefinition();
  const flow = useReactFlow();
  const canUndo = useStore(store.temporal, s => s.pastStates.length > 0);
  const canRedo = useStore(store.temporal, s => s.futureStates.length > 0);
  const buttons = [
    { id: 'undo', Icon: UndoIcon, enabled: canUndo, onClick: store.undo },
    { id: 'redo', Icon: RedoIcon, enabled: canRedo, onClick: store.redo },
    {
      id: 'layout',
      Icon: AccountTreeIcon,
      enabled: true,
      onClick: () => {
        edit(layout);
        // The canvas has to hear of the new places first.
        requestAnimationFrame(() => flow.fitView({ ...FIT, duration: 200 }));
      },
    },
  ] as const;
  return (
    <div>
      {buttons.map(({ id, Icon, enabled, onClick }) => (
        <Hint key={id} title={t(`builder.toolbar.${id}`)}>
          <IconButton
            size="small"
            disabled={!enabled}
            aria-label={t(`builder.toolbar.${id}`)}
            onClick={onClick}
          >
            <Icon />
          </IconButton>
        </Hint>
      ))}
    </div>
  );
};
