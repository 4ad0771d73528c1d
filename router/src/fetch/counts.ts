// What was done on the road to one subgraph since the router started.

export interface Counts {
  /** Given to the road, retries too. */
  sent: number;
  /** Asked along with another who had asked the same. */
  shared: number;
  retried: number;
  /** Not sent, because the circuit was open or the line full. */
  refused: number;
}

export const noCounts = (): Counts => ({ sent: 0, shared: 0, retried: 0, refused: 0 });
