// The road to one subgraph: a bounded number of kept-alive connections, a bounded line before them, and one POST per call.
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import { Places } from '../bounds/places.js';
import { addressOf } from './wire/address.js';
import type { Connection } from './wire/connection.js';
import { Connections } from './wire/connections.js';
import type { RawAnswer } from './wire/raw-answer.js';
import { requestHeads } from './wire/request-head.js';

/** For each connection, so many calls may wait for it: enough for a burst, not for a subgraph that fell silent. */
const WAITING_PER_CONNECTION = 16;

/** The road is full. */
export class Crowded extends Error {}

/** One call on its way. */
export interface Journey {
  /** When it left, in epoch milliseconds; 0 while it is in line, where nothing of it is the subgraph's doing. */
  readonly leftAt: number;
  /** Its connection is closed, or it leaves the line; `end` will not be called. */
  giveUp(): void;
}

/**
 * Sends a POST with these headers (name, value, name, value). `end` is called once: with an answer of any status, or with
 * an Unreachable, a TooLarge, a Crowded, an error of ours, or what `heldBack` says when its turn comes; possibly before
 * this returns. Throws TypeError for a header that cannot be sent.
 */
export type Send = (
  body: string,
  headers: readonly string[],
  end: (how: RawAnswer | Error) => void,
  heldBack: () => Error | null,
) => Journey;

export interface RoadOptions {
  readonly connections: number;
  /** In bytes. */
  readonly largestAnswer: number;
}

export function openRoad(scope: Scope, url: URL, options: RoadOptions): Send {
  const address = addressOf(url);
  const headOf = requestHeads(address);
  const connections = new Connections(address, options.largestAnswer);
  scope.defer(() => connections.destroy());
  const places = new Places(options.connections, options.connections * WAITING_PER_CONNECTION);

  return (body, headers, end, heldBack) => {
    let connection: Connection | null = null;
    const size = Buffer.byteLength(body);
    const head = headOf(headers, size);
    const over = (how: RawAnswer | Error) => {
      connection = null;
      // First heard, then the next: this may be the failure that holds it back.
      end(how);
      places.release();
    };
    const start = () => {
      const why = heldBack();
      if (why) {
        over(why);
        return;
      }
      journey.leftAt = Date.now();
      connection = connections.take();
      if (connection) connection.send(head, body, size === body.length, over);
      else over(new Error('the road is closed'));
    };
    const journey = {
      leftAt: 0,
      giveUp() {
        if (places.leave(start) || !connection) return;
        connection.close();
        connection = null;
        places.release();
      },
    };
    if (!places.take(start)) end(new Crowded(`${places.waiting} calls are waiting already`));
    return journey;
  };
}
