// How large a document may be, before anyone looks at what it means.

export const limits = {
  characters: 15_000,
  tokens: 2_000,
  /** Fields below each other, the root field counted. */
  depth: 12,
  /** The same below `__schema` and `__type`: Sandbox's own query is 14 deep. */
  introspectionDepth: 18,
  /** Fields, with every fragment counted wherever it is spread. */
  selections: 1_000,
  queryRootFields: 10,
  mutationRootFields: 5,
  aliases: 30,
  directives: 20,
  /** What pages within pages may hold together; one page of 100 is the most that a reader gives. */
  records: 5_000,
  /** Complaints that one refusal carries. */
  complaints: 5,
} as const;
