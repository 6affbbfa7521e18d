import AccountTreeIcon from '@material-ui/icons/AccountTree';
import AddIcon from '@material-ui/icons/Add';
import RedoIcon from '@material-ui/icons/Redo';
import UndoIcon from '@material-ui/icons/Undo';
import { useStore } from 'zustand';
import { useTexts } from '../../texts';
import { useViewCommands } from '../commands/useViewCommands';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { useOpenPicker } from '../picker/useOpenPicker';
import { IconButtons } from './IconButtons';

/** Adding, undo, redo, and putting everything in order. */
export const EditButtons = () => {
  const { t } = useTexts();
  const { store } = useBuilderEnvironment();
  const { arrange } = useViewCommands();
  const { afterSelection } = useOpenPicker();
  const canUndo = useStore(store.temporal, s => s.pastStates.length > 0);
  const canRedo = useStore(store.temporal, s => s.futureStates.length > 0);
  return (
    <IconButtons
      buttons={[
        {
          label: t('builder.toolbar.add'),
          Icon: AddIcon,
          onClick: afterSelection,
        },
        {
          label: t('builder.toolbar.undo'),
          Icon: UndoIcon,
          disabled: !canUndo,
          onClick: store.undo,
        },
        {
          label: t('builder.toolbar.redo'),
          Icon: RedoIcon,
          disabled: !canRedo,
          onClick: store.redo,
        },
        {
          label: t('builder.toolbar.layout'),
          Icon: AccountTreeIcon,
          onClick: arrange,
        },
      ]}
    />
  );
};
