// How many sockets one user, or one anonymous address, may hold at a time.

export class Seats {
  readonly #taken = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** The way to give the seat back (idempotent), or null when all of this holder's seats are taken. */
  take(holder: string): (() => void) | null {
    const taken = this.#taken.get(holder) ?? 0;
    if (taken >= this.most) return null;
    this.#taken.set(holder, taken + 1);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      const left = (this.#taken.get(holder) ?? 1) - 1;
      if (left > 0) this.#taken.set(holder, left);
      else this.#taken.delete(holder);
    };
  }
}
