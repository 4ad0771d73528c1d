// When the next message is said: at a steady rate, or as soon as all have heard the ones before. The listeners command it
// over a line of TCP: a Pace as JSON, then one byte for each message that everybody has heard.

import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { now } from './bytes.js';

/** `rate`: messages a second, whether or not they were heard; `window`: so many may be on their way. */
export type Pace = ({ readonly rate: number } | { readonly window: number }) & { readonly seconds: number };

export const HEARD = '.';

/** `say` is told when the message was due, so that who is late cannot hide it. Answers with the port of the line; each run ends with the number of messages said, and a newline. */
export async function openLine(say: (dueAt: number) => void): Promise<number> {
  const server = createServer((line) => line.on('data', (bytes) => hear(line, bytes.toString())));
  let heard = () => {};
  const hear = (line: Socket, text: string) => {
    const command = /\{.*\}/.exec(text)?.[0];
    if (command) heard = run(JSON.parse(command) as Pace, say, (said) => line.write(`${said}\n`));
    for (const character of text) if (character === HEARD) heard();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** Answers with what to call for each message that was heard. */
function run(pace: Pace, say: (dueAt: number) => void, done: (said: number) => void): () => void {
  const began = performance.now();
  const isOver = () => performance.now() - began > pace.seconds * 1_000;
  let said = 0;
  const sayOne = (dueAt: number) => {
    said += 1;
    say(dueAt);
  };
  if ('window' in pace) {
    let onTheirWay = pace.window;
    for (let at = 0; at < pace.window; at += 1) sayOne(now());
    return () => {
      if (!isOver()) return sayOne(now());
      onTheirWay -= 1;
      if (onTheirWay === 0) done(said);
    };
  }
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - began) * pace.rate) / 1_000);
    while (said < Math.min(due, pace.rate * pace.seconds)) {
      sayOne(performance.timeOrigin + began + ((said + 1) * 1_000) / pace.rate);
    }
    if (said < pace.rate * pace.seconds) return;
    clearInterval(timer);
    done(said);
  }, 2);
  return () => {};
}
