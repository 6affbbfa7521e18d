/** Texts of the switch that stops all workflows. */
export const killSwitchMessages = {
  banner: {
    title: 'All workflows are stopped',
    meaning:
      'Nothing new starts. Incidents are still taken in; the runs that they set off wait, and so do those that had begun.',
    configured:
      'The portal’s configuration says so (workflows.killSwitch). It can be undone only there.',
    reason: 'Reason: {{reason}}',
    by: 'Switched on by',
    button: 'Let them run again…',
  },
  on: {
    button: 'Stop all workflows…',
    title: 'Stop all workflows?',
    text: 'No step starts any more, in any workflow of this portal, until this is undone. Requests that are out already end. Incidents are still taken in, and the runs that they set off wait.',
    reason: 'Reason',
    reasonHelp: 'Everybody sees it on every page of workflows',
    confirm: 'Stop all workflows',
  },
  off: {
    title: 'Let the workflows run again?',
    text: 'Every run that waits goes on where it was, and what incidents set off meanwhile starts now. Delays that ended meanwhile are over at once. Cancel runs that should not go on before you do this.',
    reason: 'Reason',
    reasonHelp: 'Optional; for the audit log',
    confirm: 'Let them run',
  },
  cancel: 'Leave it as it is',
  failed: 'It could not be changed',
} as const;
