/**
 * One of the 16 databases: keys, their values and their deadlines.
 * A key whose deadline has passed is gone for every reader, whether or not it was removed already.
 */
import { CommandError } from '../execute/command-error.js';
import type { Clock } from './clock.js';
import { emptyValue, isEmptyCollection, type Kind, type Value, type ValueKinds } from './values.js';

/** What the rest of the server must hear about. */
export interface KeyspaceListener {
  /** The key has a new value, or is gone: transactions that watch it fail, clients that wait for it look again. */
  keyTouched(keyspace: Keyspace, key: string): void;
  /** Something worth journalling changed. */
  dataChanged(): void;
}

interface Slot {
  value: Value;
  /** Milliseconds since 1970. */
  expiresAt: number | undefined;
  /** Grows with every new key: the place of the key in a SCAN. */
  serial: number;
}

export class Keyspace {
  private readonly slots = new Map<string, Slot>();
  private readonly deadlines = new Map<string, number>();
  private nextSerial = 1;

  constructor(
    readonly index: number,
    private readonly clock: Clock,
    private readonly listener: KeyspaceListener,
  ) {}

  find(key: string): Value | undefined {
    return this.liveSlot(key)?.value;
  }

  /** The data of the key when it exists; refuses with WRONGTYPE when it holds another kind. */
  read<K extends Kind>(key: string, kind: K): ValueKinds[K] | undefined {
    const value = this.find(key);
    if (value === undefined) return undefined;
    if (value.kind !== kind)
      throw new CommandError('WRONGTYPE Operation against a key holding the wrong kind of value');
    return value.data as ValueKinds[K];
  }

  /** As read, and creates the key when it is missing. The caller fills it and then calls `changed`. */
  open<K extends Exclude<Kind, 'string'>>(key: string, kind: K): ValueKinds[K] {
    const found = this.read(key, kind);
    if (found !== undefined) return found;
    const value = emptyValue(kind);
    this.insert(key, value, undefined);
    return value.data as ValueKinds[K];
  }

  /** Sets the key to a new value. Without a deadline the key lives for ever, whatever it had before. */
  put(key: string, value: Value, expiresAt?: number): void {
    const slot = this.liveSlot(key);
    if (slot) {
      slot.value = value;
      this.setDeadline(key, slot, expiresAt);
    } else {
      this.insert(key, value, expiresAt);
    }
    this.changed(key);
  }

  /** Replaces a string and keeps its deadline. */
  putString(key: string, data: string): void {
    this.put(key, { kind: 'string', data }, this.expiresAt(key));
  }

  /** Tells that the value of the key was changed in place; an emptied collection goes away. */
  changed(key: string): void {
    const slot = this.slots.get(key);
    if (slot && isEmptyCollection(slot.value)) this.erase(key);
    this.listener.dataChanged();
    this.listener.keyTouched(this, key);
  }

  /** Tells that something changed which neither watchers nor waiting clients care about. */
  changedQuietly(): void {
    this.listener.dataChanged();
  }

  /** True when the key existed. */
  remove(key: string): boolean {
    if (!this.liveSlot(key)) return false;
    this.erase(key);
    this.changed(key);
    return true;
  }

  expiresAt(key: string): number | undefined {
    return this.liveSlot(key)?.expiresAt;
  }

  /** Sets or, with undefined, removes the deadline of a key that exists. */
  expireAt(key: string, deadline: number | undefined): void {
    const slot = this.liveSlot(key);
    if (!slot) return;
    this.setDeadline(key, slot, deadline);
    this.changed(key);
  }

  clear(): void {
    const keys = [...this.slots.keys()];
    this.slots.clear();
    this.deadlines.clear();
    for (const key of keys) this.listener.keyTouched(this, key);
    this.listener.dataChanged();
  }

  /** Removes every key whose deadline has passed. */
  sweep(): void {
    for (const [key, deadline] of this.deadlines) {
      if (deadline < this.clock.now) this.expire(key);
    }
  }

  get size(): number {
    this.sweep();
    return this.slots.size;
  }

  /** Every live key, with its value, deadline and place in a SCAN, oldest first. */
  *entries(): Generator<{ key: string } & Readonly<Slot>> {
    this.sweep();
    for (const [key, slot] of this.slots) yield { key, ...slot };
  }

  private liveSlot(key: string): Slot | undefined {
    const slot = this.slots.get(key);
    if (slot?.expiresAt === undefined || slot.expiresAt >= this.clock.now) return slot;
    this.expire(key);
    return undefined;
  }

  /** NOTE: not journalled: a replay runs with the clock of the time, so the key expires there by itself. */
  private expire(key: string): void {
    this.erase(key);
    this.listener.keyTouched(this, key);
  }

  private insert(key: string, value: Value, expiresAt: number | undefined): void {
    const slot: Slot = { value, expiresAt: undefined, serial: this.nextSerial++ };
    this.slots.set(key, slot);
    this.setDeadline(key, slot, expiresAt);
  }

  private erase(key: string): void {
    this.slots.delete(key);
    this.deadlines.delete(key);
  }

  private setDeadline(key: string, slot: Slot, deadline: number | undefined): void {
    slot.expiresAt = deadline;
    if (deadline === undefined) this.deadlines.delete(key);
    else this.deadlines.set(key, deadline);
  }
}
