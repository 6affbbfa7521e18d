export const ExecutionsPage = () => null;
