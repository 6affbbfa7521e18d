/** Texts of the builder. */
export const builderMessages = {
  loading: 'Opening the builder',
};
