import { useTheme } from '@material-ui/core/styles';
import { Annotation, Compartment, EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef, useState } from 'react';
import type { CodeAreaProps } from './CodeAreaProps';
import { codeLook } from './codeLook';
import { editingOf } from './editingOf';
import { changeBetween } from './changeBetween';

/** Marks what was not typed here but came from outside, such as an undo. */
const fromOutside = Annotation.define<boolean>();

/**
 * A text with highlighting, suggestions and remarks. It holds no history: undo
 * is the builder's. Tab leaves it, as it leaves any other field.
 */
const CodeArea = (props: CodeAreaProps) => {
  const { value } = props;
  const theme = useTheme();
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const [editor, setEditor] = useState<{
    view: EditorView;
    look: Compartment;
    attributes: Compartment;
  }>();

  useEffect(() => {
    const [look, attributes] = [new Compartment(), new Compartment()];
    const view = new EditorView({
      parent: host.current!,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          look.of([]),
          attributes.of([]),
          editingOf(latest),
          EditorView.updateListener.of(update => {
            const isOurs = update.transactions.some(transaction =>
              transaction.annotation(fromOutside),
            );
            if (update.docChanged && !isOurs) {
              latest.current.onChange(update.state.doc.toString());
            }
            if (update.focusChanged && !update.view.hasFocus) {
              latest.current.onBlur?.();
            }
          }),
        ],
      }),
    });
    setEditor({ view, look, attributes });
    return () => view.destroy();
  }, []);

  useEffect(() => {
    const changes =
      editor && changeBetween(editor.view.state.doc.toString(), value);
    if (changes) {
      editor.view.dispatch({
        changes,
        annotations: fromOutside.of(true),
      });
    }
  }, [editor, value]);

  const { minLines, maxLines, language } = props;
  useEffect(() => {
    editor?.view.dispatch({
      effects: editor.look.reconfigure(
        codeLook(theme, { minLines, maxLines, language }),
      ),
    });
  }, [editor, theme, minLines, maxLines, language]);

  const { labelledBy, describedBy, required, invalid, readOnly } = props;
  useEffect(() => {
    editor?.view.dispatch({
      effects: editor.attributes.reconfigure([
        EditorState.readOnly.of(readOnly ?? false),
        EditorView.editable.of(!readOnly),
        EditorView.contentAttributes.of({
          'aria-labelledby': labelledBy,
          ...(describedBy && { 'aria-describedby': describedBy }),
          ...(required && { 'aria-required': 'true' }),
          ...(invalid && { 'aria-invalid': 'true' }),
          ...(readOnly && { 'aria-readonly': 'true', tabindex: '0' }),
          'aria-multiline': String(language !== 'line'),
          spellcheck: String(language === 'text'),
        }),
      ]),
    });
  }, [editor, labelledBy, describedBy, required, invalid, readOnly, language]);

  return <div ref={host} />;
};

export default CodeArea;
