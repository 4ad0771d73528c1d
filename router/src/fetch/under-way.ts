// The flights that others may join, by who asks and what.
import type { Flight } from './share-in-flight.js';

const BUCKETS = 256;
/** Bodies of one operation begin alike; what they ask about is at their end. */
const SAMPLED = 24;

/**
 * NOTE: not a Map. One whose entries come and go by the thousand leaves a chain of outgrown tables behind, each of which
 * keeps the next alive through the young generation's collections: measured, that costs more than a whole call.
 */
export class UnderWay {
  readonly #buckets = Array.from({ length: BUCKETS }, (): Flight[] => []);

  find(access: string, body: string): Flight | undefined {
    for (const flight of this.#bucketOf(body)) {
      const { question } = flight;
      if (question.call.access === access && question.body === body) return flight;
    }
    return undefined;
  }

  add(flight: Flight): void {
    this.#bucketOf(flight.question.body).push(flight);
  }

  /** Nothing happens when it is not here. */
  delete(flight: Flight): void {
    const bucket = this.#bucketOf(flight.question.body);
    const at = bucket.indexOf(flight);
    const last = at < 0 ? undefined : bucket.pop();
    if (last && last !== flight) bucket[at] = last;
  }

  clear(): void {
    for (const bucket of this.#buckets) bucket.length = 0;
  }

  #bucketOf(body: string): Flight[] {
    let hash = body.length;
    for (let at = Math.max(0, body.length - SAMPLED); at < body.length; at += 1) {
      hash = (Math.imul(hash, 31) + body.charCodeAt(at)) | 0;
    }
    return this.#buckets[hash & (BUCKETS - 1)] as Flight[];
  }
}
