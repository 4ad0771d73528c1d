// A supergraph small enough to read: what it is there for, and the subgraphs that make it.

export interface SmallGraph {
  readonly name: string;
  /** SDL by the name of the subgraph; the federation header is added when it is composed. */
  readonly subgraphs: Readonly<Record<string, string>>;
}
