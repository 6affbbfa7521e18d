/** The + of an edge; a click anywhere in it splices a step in. */
export const INSERT_CLASS = 'workflow-insert';
