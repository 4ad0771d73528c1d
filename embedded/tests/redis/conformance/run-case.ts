// Runs one conformance case against a server and gives what it answered, step by step.
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Answer } from '../decode-answer.js';
import { RawClient } from '../raw-client.js';
import { type Client, type ConformanceCase, type Expected, isMatcher, type Step } from './case.js';

/** One answer as it came, and the same with the parts that are random by nature replaced by their promise. */
export interface TranscriptLine {
  readonly step: string;
  readonly answer: unknown;
  readonly expected: unknown;
}

const GIVE_UP_MS = 10_000;

/** Starts from an empty server and fresh connections. */
export async function runCase(url: string, { protocol, steps }: ConformanceCase): Promise<TranscriptLine[]> {
  const clients = new Map<Client, RawClient>();
  const control = await RawClient.open(url);
  const clientFor = async (name: Client): Promise<RawClient> => {
    const known = clients.get(name);
    if (known) return known;
    const client = await RawClient.open(url);
    clients.set(name, client);
    if (protocol === 3) await client.call(['HELLO', '3']);
    return client;
  };
  try {
    await control.call(['FLUSHALL']);
    await control.call(['SCRIPT', 'FLUSH']);
    const transcript: TranscriptLine[] = [];
    for (const step of steps) transcript.push(...(await runStep(step, clientFor, control)));
    return transcript;
  } finally {
    control.close();
    for (const client of clients.values()) client.close();
  }
}

async function runStep(
  step: Step,
  clientFor: (name: Client) => Promise<RawClient>,
  control: RawClient,
): Promise<TranscriptLine[]> {
  if ('raw' in step) (await clientFor(step.on ?? 'a')).write(step.raw);
  else if ('send' in step) (await clientFor(step.on)).send(wordsOf(step.send));
  else if ('closed' in step) await (await clientFor(step.closed)).untilClosed();
  else if ('blocked' in step) await untilBlocked(control, step.blocked);
  else if ('until' in step) return [lineOf(step.until, await untilAnswered(control, step.until, step.is), step.is)];
  else if ('answer' in step)
    return [lineOf(`answer on ${step.on}`, await (await clientFor(step.on)).next(), step.answer)];
  else {
    const [command, expected, on] = step;
    return [lineOf(command, await (await clientFor(on ?? 'a')).call(wordsOf(command)), expected)];
  }
  return [];
}

async function untilBlocked(control: RawClient, count: number): Promise<void> {
  await until(async () => {
    const info = await control.call(['INFO', 'clients']);
    return typeof info === 'string' && info.includes(`blocked_clients:${count}\r\n`);
  }, `${count} blocked clients`);
}

async function untilAnswered(control: RawClient, command: string, expected: Expected): Promise<Answer> {
  let answer: Answer = null;
  await until(async () => {
    answer = await control.call(wordsOf(command));
    return isDeepStrictEqual(settle(answer, expected), settle(expected, expected));
  }, command);
  return answer;
}

async function until(condition: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + GIVE_UP_MS;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`gave up waiting for ${what}`);
    await sleep(2);
  }
}

function lineOf(step: string, answer: Answer, expected: Expected): TranscriptLine {
  return { step, answer: settle(answer, expected), expected: settle(expected, expected) };
}

/** Replaces what a matcher accepts by what it promises; everything else stays as it is. */
function settle(found: unknown, expected: unknown): unknown {
  if (isMatcher(expected as Expected)) {
    const matcher = expected as Extract<Expected, { matcher: string }>;
    return found === expected || matcher.matches(found as Answer) ? matcher.matcher : found;
  }
  if (Array.isArray(expected) && Array.isArray(found)) return found.map((item, at) => settle(item, expected[at]));
  if (typeof expected !== 'object' || expected === null || typeof found !== 'object' || found === null) return found;
  return Object.fromEntries(
    Object.entries(found).map(([name, value]) => [name, settle(value, (expected as Record<string, unknown>)[name])]),
  );
}

/** Splits a command text into its arguments. */
export function wordsOf(text: string): string[] {
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, plain]) =>
    plain !== undefined ? plain : unescaped(quoted!),
  );
}

function unescaped(quoted: string): string {
  return quoted.replace(/\\(?:x([0-9a-f]{2})|(.))/g, (_, hex?: string, char?: string) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    return char === 'r' ? '\r' : char === 'n' ? '\n' : char!;
  });
}
