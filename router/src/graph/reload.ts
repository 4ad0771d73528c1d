// A supergraph file that changed is loaded beside the graph that is served, warmed, and put in its place. One that cannot
// be served changes nothing.
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import type { Graph } from './graph.js';
import { distinct, MOST_REMEMBERED, type OperationText } from './recent-operations.js';
import type { ServedGraph } from './serve-graph.js';
import { warm } from './warm.js';

/** A file that cannot be used may be half written: it is refused when it is still the same after this. */
const SECOND_LOOK_MS = 500;

export interface ReloadParts {
  readonly served: ServedGraph;
  /** The text that is served. */
  readonly servedText: string;
  /** The text of the file as it is now. */
  readonly read: () => Promise<string>;
  readonly open: (supergraphSdl: string) => Promise<Graph>;
  /** Operations that are planned for every graph, besides those that were asked most recently. */
  readonly persisted: readonly OperationText[];
  readonly log: Logger;
}

/** Why a text cannot be served. */
interface Problem {
  readonly hash: string;
  readonly error: unknown;
}

export class Reload {
  #servedHash: string;
  /** What the graphs so far were asked, the most recent first. */
  #asked: readonly OperationText[] = [];
  /** Said in the log already. */
  #refusedHash: string | null = null;
  #underWay: Promise<void> | null = null;
  #isAskedAgain = false;
  #isOver = false;

  constructor(private readonly parts: ReloadParts) {
    this.#servedHash = hashOf(parts.servedText);
  }

  /** Looks at the file; never rejects. One at a time: asked meanwhile, it looks once more before it resolves. */
  now(): Promise<void> {
    if (this.#underWay) this.#isAskedAgain = true;
    this.#underWay ??= this.#run().finally(() => {
      this.#underWay = null;
    });
    return this.#underWay;
  }

  /** Nothing is loaded any more. Resolves when what was being loaded is put away. */
  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#underWay;
  }

  async #run(): Promise<void> {
    let seen: string | null = null;
    do {
      this.#isAskedAgain = false;
      const problem = await this.#look();
      if (!problem || problem.hash === this.#refusedHash) continue;
      if (problem.hash === seen) {
        this.#refusedHash = seen;
        this.parts.log.error('the supergraph file cannot be served; the graph before it stays', {
          error: problem.error,
        });
      } else {
        seen = problem.hash;
        this.parts.log.debug('the supergraph file cannot be served yet', { error: problem.error });
        await pause(SECOND_LOOK_MS);
        this.#isAskedAgain = true;
      }
    } while (this.#isAskedAgain && !this.#isOver);
  }

  /** Serves the file if it is another one. */
  async #look(): Promise<Problem | null> {
    const { served, read, open, persisted, log } = this.parts;
    const began = performance.now();
    let hash = 'no file';
    try {
      const text = await read();
      hash = hashOf(text);
      if (hash === this.#servedHash) this.#refusedHash = null;
      if (hash === this.#servedHash || hash === this.#refusedHash) return null;
      const next = await open(text);
      this.#asked = distinct([...served.now.recent.list(), ...this.#asked]).slice(0, MOST_REMEMBERED);
      const { warmed } = await warm(next, [...this.#asked, ...persisted]);
      if (this.#isOver) {
        await next.close();
        return null;
      }
      served.replaceBy(next);
      this.#servedHash = hash;
      this.#refusedHash = null;
      log.info('the supergraph file changed; it is served now', {
        warmed,
        durationMs: Math.round(performance.now() - began),
      });
      return null;
    } catch (error) {
      return { hash, error };
    }
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
