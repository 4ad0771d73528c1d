// The language of the conformance list: a case is a name and steps; a step is a command and the exact answer of Redis.
import type { Answer } from '../decode-answer.js';

/** A part of an answer that is random or a clock by nature, named by what is still promised about it. */
export interface Matcher {
  readonly matcher: string;
  matches(answer: Answer): boolean;
}

export type Expected =
  | Answer
  | Matcher
  | readonly Expected[]
  | { readonly map: readonly (readonly [Expected, Expected])[] }
  | { readonly push: readonly Expected[] };

/** A connection of the case: `a` unless said otherwise, opened when first used. */
export type Client = 'a' | 'b' | 'c';

/** Words separated by blanks; double quotes hold blanks, `\r`, `\n`, `\xHH` and nothing at all. */
export type CommandText = string;

export type Step =
  /** Sends the command and takes its answer. */
  | readonly [command: CommandText, answer: Expected, client?: Client]
  /** Sends the command and does not wait for the answer. */
  | { readonly send: CommandText; readonly on: Client }
  /** Takes the next answer or pushed message. */
  | { readonly answer: Expected; readonly on: Client }
  /** Sends bytes as they are. */
  | { readonly raw: string; readonly on?: Client }
  /** The server closes the connection, without another word. */
  | { readonly closed: Client }
  /** Waits until this many clients are blocked. */
  | { readonly blocked: number }
  /** Repeats a command until it has this answer. */
  | { readonly until: CommandText; readonly is: Expected };

export interface ConformanceCase {
  readonly name: string;
  readonly protocol: 2 | 3;
  readonly steps: readonly Step[];
}

export const conform = (name: string, steps: readonly Step[]): ConformanceCase => ({ name, protocol: 2, steps });
export const conform3 = (name: string, steps: readonly Step[]): ConformanceCase => ({ name, protocol: 3, steps });

export const OK: Answer = { status: 'OK' };
export const QUEUED: Answer = { status: 'QUEUED' };
export const NIL_ARRAY: Answer = { nil: 'array' };
export const WRONGTYPE: Answer = { error: 'WRONGTYPE Operation against a key holding the wrong kind of value' };
export const NOT_AN_INTEGER: Answer = { error: 'ERR value is not an integer or out of range' };
export const SYNTAX_ERROR: Answer = { error: 'ERR syntax error' };

export const error = (text: string): Answer => ({ error: `ERR ${text}` });
export const wrongArity = (command: string): Answer => error(`wrong number of arguments for '${command}' command`);

/** A clock or a duration. */
export const between = (low: number, high: number): Matcher => ({
  matcher: `a number from ${low} to ${high}`,
  matches: (answer) => typeof answer === 'number' && answer >= low && answer <= high,
});

/** A text the server makes up. */
export const like = (pattern: RegExp): Matcher => ({
  matcher: `a text like ${pattern}`,
  matches: (answer) => typeof answer === 'string' && pattern.test(answer),
});

/** The same strings; Redis promises no order. */
export const inAnyOrder = (...items: readonly string[]): Matcher => ({
  matcher: `in any order: ${[...items].sort().join(' ')}`,
  matches: (answer) => {
    const members = typeof answer === 'object' && answer !== null && 'set' in answer ? answer.set : answer;
    return Array.isArray(members) && [...members].sort().join(' ') === [...items].sort().join(' ');
  },
});

export const isMatcher = (expected: Expected): expected is Matcher =>
  typeof expected === 'object' && expected !== null && 'matcher' in expected;
