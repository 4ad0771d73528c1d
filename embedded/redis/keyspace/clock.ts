/**
 * The time a command sees. It stands still while a command or a transaction runs, never goes back, and can be set
 * by the replay of the journal, so that old commands expire and generate exactly what they did the first time.
 */
export class Clock {
  /** Milliseconds since 1970. */
  now = Date.now();

  tick(): void {
    this.now = Math.max(this.now, Date.now());
  }

  replay(at: number): void {
    this.now = at;
  }
}
