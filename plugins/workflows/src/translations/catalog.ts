/** How incidents come to entities, and workflows too. */
export const catalogMessages = {
  entity: {
    none: 'No catalog entity',
    noneHelp:
      'In the catalog it is nobody’s: only global workflows run for it, and those of a team that the sender names.',
    noneWithService: 'Nothing in the catalog goes by the service {{service}}.',
    unknown: 'Not in the catalog: {{refs}}',
    alternatives: 'Would fit as well: {{refs}}',
    resolvedBy: {
      hand: 'Set by hand',
      payload: 'Named by the sender',
      annotation: 'By the annotation {{by}}',
      rule: 'By the rule {{by}}',
      name: 'By the service’s name, {{by}}',
    },
    set: 'Set entity…',
    change: 'Change entity…',
    dialog: {
      title: 'Which entity is it about?',
      text: 'What is set by hand wins over what the source says, now and later. Workflows see it from the next event on; this is one.',
      failed: 'It could not be set',
      cancel: 'Cancel',
      confirm: 'Set',
      bySource: 'Go by the source again',
    },
  },
  scope: {
    header: 'Why here',
    global: 'Global: for every entity',
    owner: 'Its team owns this entity',
    team: 'The incident names its team',
    named: 'This entity names it',
    selected: 'Fits: {{what}}',
    selectedAny: 'For every entity of the catalog',
    conditions: 'conditions on the entity',
    selector: {
      owners: 'owner {{actual}}',
      systems: 'system {{actual}}',
      domains: 'domain {{actual}}',
      kinds: 'kind {{actual}}',
      types: 'type {{actual}}',
      tags: 'tag {{actual}}',
    },
  },
} as const;
