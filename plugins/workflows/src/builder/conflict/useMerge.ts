import { useMemo, useState } from 'react';
import type { BuilderDocument } from '../model/document';
import { type Side, collides, isLayout } from './model/Difference';
import { diffDocuments } from './model/diffDocuments';
import { mergeDocuments, sideOf } from './model/mergeDocuments';
import { separateIds } from './model/separateIds';

/** Two versions with one beginning, what differs, and what is chosen of it. */
export function useMerge(versions: {
  base: BuilderDocument;
  mine: BuilderDocument;
  theirs: BuilderDocument;
}) {
  const { base, mine, theirs } = versions;
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map());
  const { own, all } = useMemo(() => {
    const definition = separateIds(
      base.definition,
      mine.definition,
      theirs.definition,
    );
    const separate = { ...mine, definition };
    return { own: separate, all: diffDocuments(base, separate, theirs) };
  }, [base, mine, theirs]);
  const documents = useMemo(() => [own, theirs, base], [own, theirs, base]);
  const differences = all.filter(difference => !isLayout(difference));
  return {
    /** Where the names of steps are found. */
    documents,
    differences,
    layoutCount: new Set(all.filter(isLayout).map(({ place }) => place.id))
      .size,
    isDecided: differences.every(
      difference => !collides(difference) || choices.has(difference.key),
    ),
    chosen: (difference: (typeof differences)[number]) =>
      collides(difference)
        ? choices.get(difference.key)
        : sideOf(difference, choices),
    choose: (key: string, side: Side) =>
      setChoices(before => new Map([...before, [key, side]])),
    merged: () => mergeDocuments(own, all, choices),
  };
}
