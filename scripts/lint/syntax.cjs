// Selectors for no-restricted-syntax.

/** On SQLite the pool is one connection: the outer one would wait for itself. */
exports.outerKnexInTransaction = {
  selector:
    'CallExpression[callee.property.name="transaction"] > :function Identifier[name="knex"]:not(Property > .key)',
  message:
    'Inside a transaction use only its trx: with a pool of one connection (SQLite) knex waits until the acquire timeout.',
};

exports.globalFetch = {
  selector:
    'CallExpression:matches([callee.name="fetch"], [callee.object.name=/^(globalThis|window|self)$/][callee.property.name="fetch"])',
  message: 'Call the network through the one door: egress/ or api/.',
};

exports.fetchApi = {
  selector: 'ImportSpecifier[imported.name="fetchApiRef"]',
  message: 'Only api/ talks to the backend; use workflowsApiRef.',
};

exports.defaultReact = {
  selector:
    "ImportDeclaration[source.value='react'] :matches(ImportDefaultSpecifier, ImportNamespaceSpecifier)",
  message: 'Import what is used from react by name.',
};
