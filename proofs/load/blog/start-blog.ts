// Starts the simulated subgraphs as a process of their own, and composes the supergraph that stands on them.
import { compose } from '@mosaic/schema/compose/compose';
import { launch } from '../wire/launch.js';
import { type SubgraphName, sdlOf, subgraphNames } from './schemas.js';

/** What a subgraph was sent. */
export interface Sent {
  readonly url: string;
  readonly body: string;
}

export interface Blog {
  readonly supergraph: string;
  /** How many requests the three subgraphs got so far. */
  requests(): Promise<number>;
  /** So many requests, those that came last. */
  latest(count: number): Promise<Sent[]>;
  stop(): void;
}

export async function startBlog(): Promise<Blog> {
  const child = launch('blog/serve.js', { isRouter: false });
  const { ports } = (await child.report()) as { ports: Record<SubgraphName, number> };
  const urlOf = (name: SubgraphName) => `http://127.0.0.1:${ports[name]}/graphql`;
  const { supergraph } = compose(subgraphNames.map((name) => ({ name, url: urlOf(name), sdl: sdlOf(name) })));
  async function report() {
    child.ask();
    return (await child.report()) as { requests: number; latest: { subgraph: SubgraphName; body: string }[] };
  }
  return {
    supergraph,
    requests: async () => (await report()).requests,
    async latest(count) {
      const { latest } = await report();
      return latest
        .slice(0, count)
        .map(({ subgraph, body }) => ({ url: urlOf(subgraph), body: Buffer.from(body, 'latin1').toString() }));
    },
    stop: () => child.stop(),
  };
}
