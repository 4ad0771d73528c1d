/** Reads the options that follow the fixed arguments of a command, one word after the other. */
import { syntaxError } from './command-error.js';

export class Options {
  private at: number;

  constructor(
    private readonly args: readonly string[],
    start: number,
  ) {
    this.at = start;
  }

  get done(): boolean {
    return this.at >= this.args.length;
  }

  get left(): number {
    return this.args.length - this.at;
  }

  /** The next word in upper case, without taking it. */
  peek(): string {
    return (this.args[this.at] ?? '').toUpperCase();
  }

  /** Takes the next word in upper case. */
  word(): string {
    return this.value().toUpperCase();
  }

  /** Takes the next argument as it is; refuses with a syntax error when there is none. */
  value(): string {
    const value = this.args[this.at++];
    if (value === undefined) throw syntaxError();
    return value;
  }

  /** Takes the next word when it is this one. */
  take(word: string): boolean {
    if (this.done || this.peek() !== word) return false;
    this.at++;
    return true;
  }

  /** Takes everything that is left. */
  rest(): string[] {
    const rest = this.args.slice(this.at);
    this.at = this.args.length;
    return rest;
  }
}
