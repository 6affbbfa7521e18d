import {
  type DefinitionProblem,
  type WorkflowDefinition,
} from 'backstage-plugin-workflows-common';
import { useEffect, useRef, useState } from 'react';
import { useDefinition, useEditDefinition } from '../context/BuilderContext';
import { readText, textOf } from './definitionText';

/** How long typing pauses before it is drawn: one step of undo each time. */
const PAUSE_MS = 500;

/** The definition as a text that is typed. What cannot be drawn touches nothing. */
export function useJsonText() {
  const definition = useDefinition();
  const edit = useEditDefinition();
  const [typed, setTyped] = useState<{
    text: string;
    /** What was drawn when it was typed. */
    over: WorkflowDefinition;
  }>();
  const [problems, setProblems] = useState<readonly DefinitionProblem[]>([]);
  const isBroken = problems.length > 0;
  // An undo, or an edit on the canvas, wins over text that is drawn already.
  const isCurrent = typed && (typed.over === definition || isBroken);
  const text = isCurrent ? typed.text : textOf(definition);
  const latest = useRef(definition);
  latest.current = definition;

  const draw = (next: string) => {
    const read = readText(next);
    if ('problems' in read) {
      setProblems(read.problems);
      return;
    }
    setProblems([]);
    const isSame =
      JSON.stringify(read.definition) === JSON.stringify(latest.current);
    setTyped({ text: next, over: isSame ? latest.current : read.definition });
    if (!isSame) {
      edit(() => read.definition);
    }
  };
  const drawn = useRef(draw);
  drawn.current = draw;

  const pending = typed?.text;
  useEffect(() => {
    if (pending === undefined) {
      return undefined;
    }
    const timer = setTimeout(() => drawn.current(pending), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [pending]);

  return {
    text,
    problems,
    /** Something else was drawn while the text could not be. */
    isBehind: isBroken && typed?.over !== definition,
    type: (next: string) => setTyped({ text: next, over: definition }),
    revert: () => {
      setTyped(undefined);
      setProblems([]);
    },
  };
}
