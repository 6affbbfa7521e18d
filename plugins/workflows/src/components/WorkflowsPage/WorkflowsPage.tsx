export const WorkflowsPage = () => null;
