// The books of the streams under way: which source a stream may share, and which end together.
import type { DocumentNode } from 'graphql';
import { errorOf, type RefusalCode } from '../respond/refusals.js';
import { SharedSource, type SourceParts } from './shared-source.js';

export class LiveStreams {
  readonly #live = new Set<SharedSource>();
  /** Those that may still be joined, by what makes two streams the same. */
  readonly #joinable = new Map<string, SharedSource>();

  /** Upstream subscriptions under way. */
  get size(): number {
    return this.#live.size;
  }

  /** The one of this key that may still be joined, or a new one. */
  under(key: string, parts: Omit<SourceParts, 'close' | 'gone'>): SharedSource {
    const known = this.#joinable.get(key);
    if (known) return known;
    const source: SharedSource = new SharedSource({
      ...parts,
      close: () => {
        if (this.#joinable.get(key) === source) this.#joinable.delete(key);
      },
      gone: () => this.#live.delete(source),
    });
    this.#live.add(source);
    this.#joinable.set(key, source);
    return source;
  }

  /** Ends every stream whose document `isOver` says is over, with this code; e.g. after the schema changed. */
  end(code: RefusalCode, isOver: (document: DocumentNode) => boolean): void {
    for (const source of [...this.#live]) {
      if (isOver(source.document)) source.endWith({ kind: 'failed', errors: [errorOf(code)] });
    }
  }
}
