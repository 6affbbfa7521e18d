/** Texts of trying a workflow in the builder, where nothing is sent. */
export const tryingMessages = {
  label: 'Test',
  button: 'Test…',
  title: 'Test with an incident',
  nothingSent:
    'Plays what is drawn, saved or not. Nothing is sent and nothing is kept.',
  subject: {
    label: 'Incident',
    sample: 'A sample',
    sampleHelp: 'An incident made up so that the trigger’s conditions hold.',
    incident: 'A past incident',
    incidentHelp:
      'As it was at the event that sets the workflow off, or at the latest of its kind.',
    json: 'One that you write',
    jsonHelp: 'Fields of an incident, as JSON.',
    search: 'Past incident',
    text: 'Incident as JSON',
    invalid: 'This is not a JSON object: {{message}}',
    noObject: 'it must begin with { and end with }',
  },
  run: 'Test',
  running: 'Testing',
  clear: 'Clear the result',
  failed: 'It could not be tested',
  problems_one: 'It cannot run until {{count}} error is mended:',
  problems_other: 'It cannot run until {{count}} errors are mended:',
  trigger: {
    matched: 'The trigger matches: it would start a run.',
    scope: 'It would not start: the workflow is not for this incident.',
    trigger:
      'It would not start: nothing happened with this incident that the trigger waits for.',
    conditions:
      'It would not start: not all of the trigger’s conditions hold for this incident.',
    pathAllTheSame: 'The path shows what it would do if it did.',
  },
  outcome: {
    COMPLETED: 'The run would complete.',
    FAILED: 'The run would fail.',
    CANCELLED: 'The run would end early.',
  },
  said: {
    COMPLETED:
      'Tested: the run would complete. {{ran}} steps run, {{skipped}} are skipped. Nothing was sent.',
    FAILED:
      'Tested: the run would fail. {{ran}} steps run, {{skipped}} are skipped. Nothing was sent.',
    CANCELLED:
      'Tested: the run would end early. {{ran}} steps run, {{skipped}} are skipped. Nothing was sent.',
    notStarted: 'The trigger does not match.',
    problems: 'Tested: it cannot run, as it has errors.',
    cleared: 'The result is cleared',
    pinned: 'The output of {{name}} is pinned',
    unpinned: 'The output of {{name}} is a sample again',
  },
  stale: 'Changed since the test',
  staleSome: 'The workflow was changed since the test.',
  again: 'Test again',
  steps: 'Steps',
  incident: 'Incident that it was tested with',
  step: {
    request: 'Request as it would be sent',
    waits: 'Waits {{duration}}, which the test does not',
    output: 'What later steps are given',
    sample: 'A sample',
    pinned: 'Pinned',
    editOutput: 'Pin another output…',
    outputLabel: 'Output as JSON',
    outputInvalid: 'This is not JSON: {{message}}',
    pin: 'Pin it',
    unpin: 'Give a sample again',
    cancel: 'Cancel',
    notReached: 'The test did not come here.',
  },
} as const;
