export const BuilderPage = () => null;
