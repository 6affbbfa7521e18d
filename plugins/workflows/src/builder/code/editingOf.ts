import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
} from '@codemirror/autocomplete';
import { standardKeymap } from '@codemirror/commands';
import { json, jsonParseLinter } from '@codemirror/lang-json';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { type Diagnostic, linter } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import type { CodeAreaProps } from './CodeAreaProps';
import { templateMarks } from './templateMarks';

/** How long typing pauses before remarks are made, in milliseconds. */
const PAUSE_MS = 300;

const WORD = /^[\w.[\]"'-]*$/;

/** What typing does. Everything is asked for anew each time, from what is the latest. */
export function editingOf(latest: { current: CodeAreaProps }): Extension {
  const { language } = latest.current;
  return [
    EditorView.lineWrapping,
    templateMarks,
    language === 'line' ? oneLine : [],
    language === 'json'
      ? [json(), bracketMatching(), closeBrackets(), indentOnInput()]
      : [],
    autocompletion({
      icons: false,
      interactionDelay: 0,
      // While it waits to look, Enter would take nothing: whoever types fast would lose it.
      activateOnTypingDelay: 0,
      // As many as there is room for: the list itself does not scroll.
      maxRenderedOptions: 12,
      override: [
        ({ state, pos }) => {
          const found = latest.current.suggest?.(state.doc.toString(), pos);
          return found
            ? {
                from: found.from,
                options: found.suggestions.map(({ kind, ...suggestion }) => ({
                  ...suggestion,
                  type: kind,
                })),
                // While the same word is typed the list stays, and Enter takes from it.
                validFor: WORD,
              }
            : null;
        },
      ],
    }),
    linter(view => remarks(view, latest.current), { delay: PAUSE_MS }),
    keymap.of([
      ...(language === 'json' ? closeBracketsKeymap : []),
      ...standardKeymap,
    ]),
  ];
}

/** A field of one line: what is pasted loses its line breaks, Enter does nothing. */
const oneLine = EditorState.transactionFilter.of(transaction => {
  if (!transaction.docChanged || transaction.newDoc.lines === 1) {
    return transaction;
  }
  const text = transaction.newDoc
    .toString()
    .replace(/\s*\n\s*/g, ' ')
    .trimEnd();
  return transaction.startState.doc.toString() === text
    ? []
    : [
        {
          changes: {
            from: 0,
            to: transaction.startState.doc.length,
            insert: text,
          },
          selection: { anchor: text.length },
          userEvent: 'input.paste',
        },
      ];
});

const parseJson = jsonParseLinter();

function remarks(view: EditorView, props: CodeAreaProps): Diagnostic[] {
  const text = view.state.doc.toString();
  const isBroken =
    props.language === 'json' && text.trim() !== '' ? parseJson(view) : [];
  return [...isBroken, ...(props.remarks?.(text) ?? [])];
}
