// Questions about the schema itself that go with any other field.

const ofType = 'kind name ofType { kind name ofType { name } }';

export const introspections: readonly string[] = [
  '__schema { queryType { name } mutationType { fields { name } } }',
  'asked1: __schema { types { __typename name kind } directives { name args { name defaultValue } } }',
  `asked2: __type(name: "Query") { name fields(includeDeprecated: true) { name args { name type { ${ofType} } } type { ${ofType} } } }`,
  'asked3: __type(name: "NoSuchType") { name }',
  'asked4: __schema { alias: queryType { n: name } }',
];
