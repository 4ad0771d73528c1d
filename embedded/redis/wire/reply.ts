/**
 * What a command answers, before it is written as RESP2 or RESP3.
 * Every string is a run of bytes, one latin1 character each, so binary values survive unchanged.
 */

export type Reply =
  | string
  | number
  | bigint
  | null
  | readonly Reply[]
  | StatusReply
  | ErrorReply
  | NullArrayReply
  | DoubleReply
  | MapReply
  | SetReply
  | VerbatimReply
  | PushReply;

export interface StatusReply {
  readonly kind: 'status';
  readonly text: string;
}
export interface ErrorReply {
  readonly kind: 'error';
  readonly text: string;
}
export interface NullArrayReply {
  readonly kind: 'null-array';
}
export interface DoubleReply {
  readonly kind: 'double';
  readonly value: number;
}
export interface MapReply {
  readonly kind: 'map';
  readonly entries: readonly (readonly [Reply, Reply])[];
}
export interface SetReply {
  readonly kind: 'set';
  readonly members: readonly Reply[];
}
export interface VerbatimReply {
  readonly kind: 'verbatim';
  readonly text: string;
}
export interface PushReply {
  readonly kind: 'push';
  readonly parts: readonly Reply[];
}

export const OK: StatusReply = { kind: 'status', text: 'OK' };
export const QUEUED: StatusReply = { kind: 'status', text: 'QUEUED' };
export const NULL_ARRAY: NullArrayReply = { kind: 'null-array' };

export const status = (text: string): StatusReply => ({ kind: 'status', text });
export const error = (text: string): ErrorReply => ({ kind: 'error', text });
export const double = (value: number): DoubleReply => ({ kind: 'double', value });
export const map = (entries: readonly (readonly [Reply, Reply])[]): MapReply => ({ kind: 'map', entries });
export const set = (members: readonly Reply[]): SetReply => ({ kind: 'set', members });
/** Text meant for people; a plain bulk string in RESP2. */
export const verbatim = (text: string): VerbatimReply => ({ kind: 'verbatim', text });
/** Something the client did not ask for; a plain array in RESP2. */
export const push = (parts: readonly Reply[]): PushReply => ({ kind: 'push', parts });
