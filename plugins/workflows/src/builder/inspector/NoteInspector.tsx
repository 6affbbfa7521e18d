import MenuItem from '@material-ui/core/MenuItem';
import {
  LIMITS,
  NOTE_COLORS,
  type WorkflowNote,
} from 'backstage-plugin-workflows-common';
import { useTexts } from '../../texts';
import { useEditDefinition } from '../context/BuilderContext';
import { updateNote } from '../model/operations/notes';
import { InspectorHeader } from './InspectorHeader';
import { Section } from './Section';
import { Field } from './fields/Field';

/** What a note says, and its colour. */
export const NoteInspector = ({ note }: { note: WorkflowNote }) => {
  const { t } = useTexts();
  const edit = useEditDefinition();
  const change = (next: Partial<WorkflowNote>, place: string) =>
    edit(
      definition => updateNote(definition, note.id, next),
      `${place} ${note.id}`,
    );
  return (
    <>
      <InspectorHeader
        kind="note"
        title={t('builder.node.note')}
        help={t('builder.note.help')}
        ids={[note.id]}
      />
      <Section title={t('builder.note.text')}>
        <Field
          multiline
          minRows={6}
          maxRows={24}
          label={t('builder.note.text')}
          inputProps={{ maxLength: LIMITS.noteChars }}
          value={note.text}
          onChange={event => change({ text: event.target.value }, 'note')}
        />
        <Field
          select
          label={t('builder.note.color')}
          value={note.color ?? NOTE_COLORS[0]}
          onChange={event =>
            change(
              { color: event.target.value as WorkflowNote['color'] },
              'note color',
            )
          }
        >
          {NOTE_COLORS.map(color => (
            <MenuItem key={color} value={color}>
              {t(`builder.note.colors.${color}`)}
            </MenuItem>
          ))}
        </Field>
      </Section>
    </>
  );
};
