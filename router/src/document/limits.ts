// How large a document may be, before anyone looks at what it means.

export interface Limits {
  readonly characters: number;
  readonly tokens: number;
  /** Fields below each other, the root field counted. */
  readonly depth: number;
  /** The same below `__schema` and `__type`: Sandbox's own query is 14 deep. */
  readonly introspectionDepth: number;
  /** Fields, with every fragment counted wherever it is spread. */
  readonly selections: number;
  readonly queryRootFields: number;
  readonly mutationRootFields: number;
  readonly aliases: number;
  readonly directives: number;
}

/** For Mosaic's own graph, whose largest honest document is known. */
export const mosaicLimits: Limits = {
  characters: 15_000,
  tokens: 2_000,
  depth: 12,
  introspectionDepth: 18,
  selections: 1_000,
  queryRootFields: 10,
  mutationRootFields: 5,
  aliases: 30,
  directives: 20,
};

/** What pages within pages may hold together in Mosaic's graph; one page of 100 is the most that a reader gives. */
export const MOST_RECORDS = 5_000;

/** Complaints that one refusal carries. */
export const MOST_COMPLAINTS = 5;

/** Deeper than every limit that can be set, shallower than the stack. */
export const DEEPEST_RECURSION = 100;
