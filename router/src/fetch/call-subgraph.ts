// The road to one subgraph: a bounded pool of kept-alive connections, a bounded line before it, and one POST per call.
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import { seconds } from '@mosaic/kernel/values/time';
import { Pool } from 'undici';
import { Places } from '../bounds/places.js';
import { Exchange, type RawAnswer } from './exchange.js';

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
 * Sends a POST with these headers (name, value, name, value). `end` is called once: with an answer of any status, or
 * with an Unreachable, TooLarge, Crowded or undici's own error; possibly before this returns.
 */
export type Send = (body: string, headers: string[], end: (how: RawAnswer | Error) => void) => Journey;

export interface RoadOptions {
  readonly connections: number;
  /** In bytes. */
  readonly largestAnswer: number;
}

export function openRoad(scope: Scope, url: URL, { connections, largestAnswer }: RoadOptions): Send {
  const path = url.pathname + url.search;
  const pool = new Pool(url.origin, {
    connections,
    pipelining: 1,
    connect: { timeout: seconds(1) },
    // Whoever waits has a deadline, and gives up by itself.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  scope.defer(() => pool.destroy());
  const places = new Places(connections, connections * WAITING_PER_CONNECTION);

  return (body, headers, end) => {
    const journey = {
      leftAt: 0,
      giveUp() {
        if (!places.leave(start) && exchange.giveUp()) places.release();
      },
    };
    const exchange = new Exchange(largestAnswer, (how) => {
      places.release();
      end(how);
    });
    const start = () => {
      journey.leftAt = Date.now();
      pool.dispatch({ method: 'POST', path, body, headers }, exchange);
    };
    if (!places.take(start)) end(new Crowded(`${places.waiting} calls are waiting already`));
    return journey;
  };
}
