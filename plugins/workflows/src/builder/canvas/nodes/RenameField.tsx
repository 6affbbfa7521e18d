import { type KeyboardEvent, useState } from 'react';
import { useEditDefinition } from '../../context/BuilderContext';
import { useUiStore } from '../../context/UiContext';
import { OWN_KEYS } from '../../keyboard/isTyping';
import { renameNode } from '../../model/operations/updateNode';
import { focusNode } from '../focusNode';
import { useNodeLook } from './NodeLookContext';

/** The node's label, typed where it stands. Escape leaves it as it was. */
export const RenameField = ({ id, title }: { id: string; title: string }) => {
  const { classes, t } = useNodeLook();
  const ui = useUiStore();
  const edit = useEditDefinition();
  const [label, setLabel] = useState(title);
  const close = (keep: boolean) => {
    if (ui.getState().renaming !== id) {
      return;
    }
    ui.setState({ renaming: undefined });
    if (keep && label !== title) {
      edit(definition => renameNode(definition, id, label.trim()));
      ui.announce(t('builder.said.renamed', { name: label.trim() || title }));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault();
      close(event.key === 'Enter');
      focusNode(id);
    }
  };
  return (
    <input
      {...{ [OWN_KEYS]: true }}
      // The person asked to type here.
      // eslint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      className={`${classes.rename} nodrag nopan`}
      aria-label={t('builder.inspector.stepLabel')}
      maxLength={120}
      value={label}
      onFocus={event => event.target.select()}
      onChange={event => setLabel(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => close(true)}
    />
  );
};
