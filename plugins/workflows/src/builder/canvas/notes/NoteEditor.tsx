import { makeStyles } from '@material-ui/core/styles';
import type { WorkflowNote } from 'backstage-plugin-workflows-common';
import { LIMITS } from 'backstage-plugin-workflows-common';
import { useEditDefinition } from '../../context/BuilderContext';
import { useUiStore } from '../../context/UiContext';
import { updateNote } from '../../model/operations/notes';
import { focusNode } from '../focusNode';
import { useNodeLook } from '../nodes/NodeLookContext';

const useStyles = makeStyles({
  text: {
    width: '100%',
    height: '100%',
    padding: 0,
    font: 'inherit',
    color: 'inherit',
    background: 'transparent',
    border: 0,
    outline: 'none',
    resize: 'none',
  },
});

/** The Markdown of a note, typed where it stands. */
export const NoteEditor = ({ note }: { note: WorkflowNote }) => {
  const classes = useStyles();
  const { t } = useNodeLook();
  const ui = useUiStore();
  const edit = useEditDefinition();
  const close = () =>
    ui.getState().renaming === note.id && ui.setState({ renaming: undefined });
  return (
    <textarea
      // The person asked to type here.
      // eslint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      className={`${classes.text} nodrag nopan nowheel`}
      aria-label={t('builder.note.text')}
      placeholder={t('builder.note.empty')}
      maxLength={LIMITS.noteChars}
      value={note.text}
      onChange={event => {
        const text = event.target.value;
        edit(
          definition => updateNote(definition, note.id, { text }),
          `note ${note.id}`,
        );
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') {
          close();
          focusNode(note.id);
        }
      }}
      onBlur={close}
    />
  );
};
