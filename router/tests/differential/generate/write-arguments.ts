// Arguments and variables of an operation: literals, and variables that are given, null, or left to their default.
import { type GraphQLArgument, type GraphQLInputType, isNonNullType, isRequiredArgument } from 'graphql';
import type { Choices } from './choices.js';
import { inputValue, orNull } from './input-values.js';

interface Variable {
  readonly name: string;
  readonly type: string;
  readonly definition: string;
}

export class Variables {
  readonly #choices: Choices;
  readonly #declared: Variable[] = [];
  /** What is sent. */
  readonly values: Record<string, unknown> = {};

  constructor(choices: Choices) {
    this.#choices = choices;
  }

  /** As they stand after an operation's name. */
  get definitions(): string {
    return this.#declared.length === 0 ? '' : `(${this.#declared.map(({ definition }) => definition).join(', ')})`;
  }

  /** `(a: 1, b: $v)`, or nothing. The same choices give the same text only for the same variables. */
  arguments(args: readonly GraphQLArgument[]): string {
    const written = args
      .filter((arg) => isRequiredArgument(arg) || this.#choices.once(2))
      .map(
        (arg) =>
          `${arg.name}: ${this.#choices.once(2) ? this.#variable(arg.type) : orNull(this.#choices, arg.type).text}`,
      );
    return written.length === 0 ? '' : `(${written.join(', ')})`;
  }

  /** Nothing, or `@skip` and `@include` with literals or variables. */
  conditions(): string {
    if (!this.#choices.once(9)) return '';
    const condition = () => (this.#choices.once(2) ? this.#choices.of(['true', 'false']) : this.#condition());
    const one = this.#choices.of([
      () => ` @include(if: ${condition()})`,
      () => ` @skip(if: ${condition()})`,
      () => ` @include(if: ${condition()}) @skip(if: ${condition()})`,
    ]);
    return one();
  }

  /** A Boolean that is never null, because `if` must not be. */
  #condition(): string {
    const known = this.#declared.filter(({ type }) => type.startsWith('Boolean '));
    if (known.length > 0 && this.#choices.once(2)) return `$${this.#choices.of(known).name}`;
    const value = this.#choices.of([true, false]);
    return this.#choices.of([
      () => this.#declare('Boolean!', 'Boolean ', '', value),
      () => this.#declare('Boolean!', 'Boolean ', ` = ${value}`),
      () => this.#declare('Boolean', 'Boolean ', ` = ${!value}`, value),
      () => this.#declare('Boolean', 'Boolean ', ` = ${value}`),
    ])();
  }

  #variable(type: GraphQLInputType): string {
    const same = this.#declared.filter((variable) => variable.type === String(type));
    if (same.length > 0 && this.#choices.once(2)) return `$${this.#choices.of(same).name}`;
    const text = String(type);
    const value = orNull(this.#choices, type).json;
    const fallback = () => ` = ${inputValue(this.#choices, type).text}`;
    const ways = [
      () => this.#declare(text, text, '', value),
      () => this.#declare(text, text, fallback(), value),
      () => this.#declare(text, text, fallback()),
    ];
    if (!isNonNullType(type))
      ways.push(
        () => this.#declare(text, text, ''),
        () => this.#declare(text, text, '', null),
      );
    return this.#choices.of(ways)();
  }

  #declare(written: string, type: string, fallback: string, ...value: readonly unknown[]): string {
    const name = `v${this.#declared.length}`;
    this.#declared.push({ name, type, definition: `$${name}: ${written}${fallback}` });
    if (value.length > 0) this.values[name] = value[0];
    return `$${name}`;
  }
}
