// A person, as this subgraph mentions them: it knows their id and nothing else.

export class User {
  constructor(readonly id: string) {}
}
