// Every way in which a subgraph can be ill over HTTP, each as what it does with one call.
import type { ServerResponse } from 'node:http';

/** `number` counts the calls since the illness began. */
export type Ailment = (response: ServerResponse, well: string, number: number) => void;

const JSON_TYPE = { 'content-type': 'application/json' };

export const isWell: Ailment = (response, well) => void response.writeHead(200, JSON_TYPE).end(well);

export const answers503: Ailment = (response) =>
  void response.writeHead(503, { 'content-type': 'text/plain' }).end('busy at 10.0.3.7');

/** Takes the call, and that is all. */
export const isSilent: Ailment = () => {};

const hangsUp: Ailment = (response) => void response.destroy();

/** Three calls in ten fail, never many in a row. */
export const limps: Ailment = (response, well, number) =>
  ((number * 3) % 10 < 3 ? answers503 : isWell)(response, well, number);

/** Down and up by turns, for `turnMs` each; down first. */
export function flaps(turnMs: number): Ailment {
  const began = performance.now();
  return (response, well, number) => {
    const isUp = Math.floor((performance.now() - began) / turnMs) % 2 === 1;
    (isUp ? isWell : hangsUp)(response, well, number);
  };
}

const CHUNK = Buffer.alloc(64 * 1_024, ' ');

const isEndless: Ailment = (response) => {
  response.writeHead(200, JSON_TYPE);
  const pour = () => {
    while (!response.destroyed && response.write(CHUNK));
    if (!response.destroyed) response.once('drain', pour);
  };
  pour();
};

/** A byte now and then: alive at every moment, and never done. */
const drips: Ailment = (response) => {
  response.writeHead(200, JSON_TYPE);
  const dripping = setInterval(() => response.write(' '), 100);
  response.once('close', () => clearInterval(dripping));
};

const sendsHalf: Ailment = (response, well) => void response.writeHead(200, JSON_TYPE).end(well.slice(0, -3));

const breaksOff: Ailment = (response, well) => {
  response.writeHead(200, { ...JSON_TYPE, 'content-length': well.length + 100 });
  response.write(well, () => response.destroy());
};

const sendsNoise: Ailment = (response) =>
  void response.writeHead(200, JSON_TYPE).end(Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 151) % 256)));

const sendsPage: Ailment = (response, well) =>
  void response.writeHead(200, { 'content-type': 'text/html' }).end(`<pre>${well} at /srv/app/index.js:1:1</pre>`);

const sendsOddities: Ailment = (response) => void response.writeHead(200, JSON_TYPE).end('{"data":["odd"]}');

const LIES = [isEndless, sendsHalf, sendsNoise, sendsPage, sendsOddities];

/** All of them by turns; some break off, and a few drip: more would leave no connection for the others. */
export const lies: Ailment = (response, well, number) => {
  const lie = number % 64 === 0 ? drips : number % 16 === 1 ? breaksOff : LIES[number % LIES.length];
  lie?.(response, well, number);
};
