// Who should hear which message, and who did: delays, losses and repetitions.

interface Sent {
  readonly at: number;
  /** How often each listener heard it. */
  readonly heard: Map<string, number>;
}

export class Ledger {
  readonly #sent = new Map<string, Sent>();
  /** Milliseconds from the moment before the send to each first receipt. */
  delays: number[] = [];

  /** Note a message before it leaves; every listener should hear it once. */
  sending(body: string, listeners: readonly string[]): void {
    this.#sent.set(body, { at: performance.now(), heard: new Map(listeners.map((id) => [id, 0])) });
  }

  heard(body: string, listener: string): void {
    const sent = this.#sent.get(body);
    if (!sent) return;
    const before = sent.heard.get(listener) ?? 0;
    sent.heard.set(listener, before + 1);
    if (before === 0) this.delays.push(performance.now() - sent.at);
  }

  /** Forgets everything: what was sent so far was to warm up. */
  startOver(): void {
    this.#sent.clear();
    this.delays = [];
  }

  get messages(): number {
    return this.#sent.size;
  }

  get lost(): number {
    return this.#times().filter((times) => times === 0).length;
  }

  get repeated(): number {
    return this.#times().filter((times) => times > 1).length;
  }

  #times(): number[] {
    return [...this.#sent.values()].flatMap(({ heard }) => [...heard.values()]);
  }
}
