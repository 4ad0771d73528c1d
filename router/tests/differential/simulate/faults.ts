// What goes wrong, and where: decided by the seed and by what was asked, so that two who ask the same get the same.
import { pick, roll } from './roll.js';

const kinds = [
  'fetch fails', // one coded error, as when a subgraph cannot be reached
  'data is null', // data: null with errors
  'loose error', // an error without a path, beside the data
  'root error', // an error with the path of a root field, or of `_entities` as a whole
  'entity error', // an error with the path of one entity, which is null
  'entity is null', // without saying why
  'field error', // a nullable field is null, and an error says so
  'null in a non-null field',
  'wrong leaf',
  'unknown type',
  'missing field',
  'extra fields', // __proto__ and valueOf among them
] as const;
export type Fault = (typeof kinds)[number];

export interface AnswerError {
  readonly message?: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export class Faults {
  readonly #seed: number;
  readonly #rates = new Map<Fault, number>();

  /** One case of three has no faults; the others have four kinds of them or so, rare or frequent. */
  constructor(seed: number) {
    this.#seed = seed;
    if (roll(seed, 'calm') % 3 === 0) return;
    for (const kind of kinds) {
      const rolled = roll(seed, 'kind', kind);
      if (rolled % 3 === 0) this.#rates.set(kind, pick([2, 5, 12], rolled >>> 4));
    }
  }

  strikes(kind: Fault, ...where: readonly string[]): boolean {
    const rate = this.#rates.get(kind);
    return rate !== undefined && roll(this.#seed, kind, ...where) % rate === 0;
  }

  /** Messages and codes of all sorts: none, our own, ones that Apollo knows. */
  error(path: AnswerError['path'], ...where: readonly string[]): AnswerError {
    const rolled = roll(this.#seed, 'error', ...where);
    const message = pick([{ message: 'it broke' }, { message: '' }, {}, { message: 'sö "so" 😀' }], rolled);
    const extensions = pick(
      [
        {},
        { extensions: { code: 'BROKEN' } },
        { extensions: { code: 'INVALID_GRAPHQL' } },
        { extensions: { code: 'FORBIDDEN', why: { deep: [1] } } },
        { extensions: {} },
      ],
      rolled >>> 4,
    );
    return { ...message, ...(path && { path }), ...extensions };
  }
}
