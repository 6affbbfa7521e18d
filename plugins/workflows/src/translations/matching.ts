/** Texts of runs by hand, and of why a workflow ran or not. */
export const matchingMessages = {
  run: {
    workflowButton: 'Run a workflow…',
    workflowTitle: 'Run a workflow on this incident',
    workflowText:
      'It runs its published version now, as if the incident had set it off. What it is for, its conditions, and how often it may run still count.',
    workflow: 'Workflow',
    incidentButton: 'Run…',
    incidentTitle: 'Run this workflow on an incident',
    incidentText:
      'The published version runs now, for the incident as it is. Which entities the workflow is for, its conditions, and how often it may run still count.',
    incident: 'Incident',
    search: 'Type to search',
    none: 'Nothing found',
    listFailed: 'The list could not be loaded',
    failed: 'It was not run',
    cancel: 'Cancel',
    confirm: 'Run',
  },
  explain: {
    title: 'Why did a workflow run, or not?',
    text: 'Choose a workflow to read what became of each event of this incident, by what ran at that time.',
    workflow: 'Workflow',
    failed: 'It could not be found out',
    loading: 'Looking at every event',
    run: 'See the run',
    version: 'version {{version}}',
    arrived: 'Event of {{time}}',
    arrivedLate: 'Event of {{time}}, heard of at {{received}}',
    killSwitch: 'The kill switch was on then, so a run had to wait.',
    outcome: {
      ran: 'It started a run.',
      skipped: 'It matched, and the run was skipped.',
      removed: 'It matched, and a run was made then; it is not kept any more.',
      not_created: 'The workflow did not exist yet.',
      deleted: 'The workflow was deleted.',
      not_published: 'No version of the workflow was published.',
      disabled: 'The workflow was switched off.',
      by_hand: 'Only people start this workflow.',
      other_trigger: 'Nothing happened that the workflow waits for.',
      trigger:
        'Such a change happened, but not from, to or of what the trigger names.',
      scope: 'The workflow is not for this incident.',
      conditions: 'Not all of its conditions held.',
      once: 'It matched, but the workflow had run already and runs only once.',
      age_before:
        'The incident was in that state before the workflow was switched on, and it counts only what begins later.',
      age_not_reached: 'The incident was not in that state for long enough.',
    },
    reachedAt: 'The time was over at {{time}}.',
    wouldReachAt: 'The time would have been over at {{time}}.',
    scope: {
      other_owner:
        'Its team neither owns the incident’s entity nor is named by the incident.',
      no_entity:
        'It is for certain entities, and no entity was known for this incident.',
      not_named: 'It is only for entities that name it.',
      not_selected: 'The incident’s entity is not among those that it is for.',
    },
  },
} as const;
