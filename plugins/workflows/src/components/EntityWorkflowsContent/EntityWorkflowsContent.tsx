export const EntityWorkflowsContent = () => null;
