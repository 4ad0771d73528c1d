// A person, as far as this subgraph is concerned: somebody with an id. Everything else about them is told elsewhere.
import type { Id } from '@mosaic/kernel/values/ids';

export class User {
  constructor(readonly id: Id<'User'>) {}
}
