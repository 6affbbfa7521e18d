import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { useTexts } from '../../texts';
import { focusNode } from '../canvas/focusNode';
import { useNodeTitle } from '../canvas/useNodeText';
import { useBuilder, useDefinition } from '../context/BuilderContext';
import { useUi, useUiStore } from '../context/UiContext';
import { InspectorTheme } from '../inspector/InspectorTheme';
import { NextSteps } from '../inspector/NextSteps';

/** Connections without a mouse, from wherever one is. */
export const ConnectDialog = () => {
  const { t } = useTexts();
  const ui = useUiStore();
  const isOpen = useUi(({ dialog }) => dialog === 'connect');
  const [selected] = useBuilder(({ selection }) => selection);
  const node = useDefinition().nodes.find(({ id }) => id === selected);
  const titleOf = useNodeTitle();
  const close = () => ui.setState({ dialog: undefined });
  if (!isOpen || !node) {
    return null;
  }
  return (
    <Dialog
      open
      fullWidth
      maxWidth="xs"
      onClose={close}
      TransitionProps={{ onExited: () => focusNode(node.id) }}
      aria-labelledby="workflow-connect"
    >
      <DialogTitle id="workflow-connect">
        {t('builder.connect.title', { name: titleOf(node) })}
      </DialogTitle>
      <DialogContent>
        <InspectorTheme>
          <NextSteps node={node} autoFocus />
        </InspectorTheme>
      </DialogContent>
      <DialogActions>
        <Button color="primary" onClick={close}>
          {t('builder.connect.done')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
