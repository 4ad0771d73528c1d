// Starts the simulated subgraphs as a process of their own, and composes the supergraph that stands on them.
import { compose } from '@mosaic/schema/compose/compose';
import { launch } from '../wire/launch.js';
import { type SubgraphName, sdlOf, subgraphNames } from './schemas.js';

export interface Blog {
  readonly supergraph: string;
  /** How many requests the three subgraphs got so far. */
  requests(): Promise<number>;
  stop(): void;
}

export async function startBlog(): Promise<Blog> {
  const child = launch('blog/serve.js', { isRouter: false });
  const { ports } = (await child.report()) as { ports: Record<SubgraphName, number> };
  const { supergraph } = compose(
    subgraphNames.map((name) => ({ name, url: `http://127.0.0.1:${ports[name]}/graphql`, sdl: sdlOf(name) })),
  );
  return {
    supergraph,
    async requests() {
      child.ask();
      return ((await child.report()) as { requests: number }).requests;
    },
    stop: () => child.stop(),
  };
}
