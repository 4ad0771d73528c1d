// The bare road as a variant: before an operation is measured it learns, from ours, what subgraphs are asked and what is answered.
import type { Lesson } from './bare-road.js';
import type { Blog } from './blog/start-blog.js';
import type { Operation } from './operations.js';
import { ROOMY, type Variant } from './variants.js';
import { KeptConnection } from './wire/kept-connection.js';
import { launch } from './wire/launch.js';

export interface Bare extends Variant {
  /** Asks `teacher` every request once, with nobody else asking the blog. */
  learn(operation: Operation, teacher: Variant, blog: Blog, token: string): Promise<void>;
}

export async function startBare(): Promise<Bare> {
  const child = launch('bare-road.js', { isRouter: true, flags: ROOMY });
  const { port } = (await child.report()) as { port: number };
  return {
    name: 'both ends alone',
    url: `http://127.0.0.1:${port}/graphql`,
    pid: child.pid,
    async learn({ bodies, fetches }, teacher, blog, token) {
      const connection = await KeptConnection.open(teacher.url, token);
      for (const body of bodies) {
        const answer = Buffer.from(await connection.post(body), 'latin1').toString();
        child.tell({ body, answer, asks: await blog.latest(fetches) } satisfies Lesson);
      }
      connection.close();
    },
    stop: () => child.stop(),
  };
}
