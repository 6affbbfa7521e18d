/** Texts of the shell and of the list of workflows. */
export const workflowsMessages = {
  title: 'Workflows',
  subtitle: 'What happens when an incident happens',
  entityTab: 'Incident workflows',
  tabs: {
    label: 'Workflows sections',
    workflows: 'Workflows',
    executions: 'Executions',
    incidents: 'Incidents',
  },
  notFound: {
    title: 'There is nothing at this address',
    back: 'To the list of workflows',
  },
} as const;
