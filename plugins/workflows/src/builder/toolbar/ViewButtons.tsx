import KeyboardIcon from '@material-ui/icons/Keyboard';
import ViewSidebarIcon from '@material-ui/icons/VerticalSplit';
import { useTexts } from '../../texts';
import { useUi, useUiStore } from '../context/UiContext';
import { IconButtons } from './IconButtons';

/** What one sees beside the canvas: the keys, and the panel on the right. */
export const ViewButtons = () => {
  const { t } = useTexts();
  const ui = useUiStore();
  const isPanelOpen = useUi(state => state.isPanelOpen);
  return (
    <IconButtons
      buttons={[
        {
          label: t('builder.shortcuts.show'),
          Icon: KeyboardIcon,
          onClick: () => ui.setState({ dialog: 'shortcuts' }),
        },
        {
          label: t('builder.panels.toggle'),
          Icon: ViewSidebarIcon,
          pressed: isPanelOpen,
          onClick: () => ui.setState({ isPanelOpen: !isPanelOpen }),
        },
      ]}
    />
  );
};
