/** Texts of drafts, and of two people who saved the same workflow. */
export const savingMessages = {
  draft: {
    title: 'Go on where you were?',
    text: 'This browser kept changes of {{time}} that were not saved. They began at version {{version}}.',
    older:
      '{{author}} saved version {{latest}} since then. When you save you choose what becomes of both.',
    changes_one: '{{count}} change',
    changes_other: '{{count}} changes',
    restore: 'Restore them',
    discard: 'Discard them',
    restored: 'Your changes of {{time}} are back, not saved yet',
    notKept:
      'This browser has no room to keep unsaved changes. Save before you close the page.',
  },
  conflict: {
    compare: 'Compare and choose',
    both_one: '{{count}} thing that both changed: choose',
    both_other: '{{count}} things that both changed: choose',
    me_one: '{{count}} thing that only you changed',
    me_other: '{{count}} things that only you changed',
    them_one: '{{count}} thing that only {{author}} changed',
    them_other: '{{count}} things that only {{author}} changed',
    none: 'Both of you changed the same things in the same way.',
    layout_one:
      'One thing stands elsewhere on the canvas, too; where both moved it, it stays where you put it.',
    layout_other:
      '{{count}} things stand elsewhere on the canvas, too; where both moved them, they stay where you put them.',
    mine: 'Yours',
    theirs: 'Theirs',
    before: 'Before: {{value}}',
    merge: 'Put both together',
    mergeChoose: 'Choose for everything that both changed first',
    mergeHint:
      'Shows both together on the canvas, on top of version {{version}}. Nothing is written until you save.',
    merged:
      'Both are put together on top of version {{version}}, not saved yet',
  },
  value: {
    none: 'not set',
    empty: 'empty',
    absent: 'not there',
    removed: 'removed',
    yes: 'yes',
    no: 'no',
    nowhere: 'leads nowhere',
    leadsTo: 'leads to {{steps}}',
  },
  field: {
    step: 'The step',
    note: 'The note',
    conditions: 'Conditions',
    retry: 'Retries',
    once: 'How often it runs',
    entities: 'Entities that it is for',
  },
} as const;
