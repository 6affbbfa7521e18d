export const ExecutionPage = () => null;
