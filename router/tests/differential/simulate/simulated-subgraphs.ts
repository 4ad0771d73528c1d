// Subgraphs without a line of resolver: they take the text of a request and give the text of an answer, always the same
// for the same seed and request, whoever asks, and for each representation the same wherever it stands in the list.
import { type DocumentNode, Kind, parse, print, validate } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { Answering } from './answer.js';
import { canonical } from './canonical.js';
import { collectFields, type FetchText, fragmentsOf } from './collect-fields.js';
import { type AnswerError, Faults } from './faults.js';
import { MINUS_ZERO } from './odd-values.js';
import type { GraphShape, SubgraphShape } from './read-subgraphs.js';
import { meant } from './things.js';

export interface Request {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
}

interface Known {
  readonly document: DocumentNode;
  /** The selection alone: an operation's name plays no part in what is answered. */
  readonly asked: string;
}

export class SimulatedSubgraphs {
  readonly #graph: GraphShape;
  readonly #known = new Map<string, Known>();

  constructor(graph: GraphShape) {
    this.#graph = graph;
  }

  /** JSON. Throws when the request is not one that the subgraph could answer: that is the router's mistake. */
  answer(subgraph: string, seed: number, request: Request): string {
    const part = this.#graph.subgraphs.get(subgraph)!;
    const { document, asked } = this.#know(subgraph, part, request.query);
    const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)!;
    const { coerced, errors } = getVariableValues(
      part.schema,
      operation.variableDefinitions ?? [],
      request.variables ?? {},
    );
    if (!coerced)
      throw new Error(`${subgraph} was sent wrong variables: ${errors?.map(({ message }) => message).join('\n')}`);
    const fetch = { operation, fragments: fragmentsOf(document), variables: coerced };
    return JSON.stringify(this.#answer(part, seed, fetch, `${subgraph}:${asked}`)).replaceAll(`"${MINUS_ZERO}"`, '-0');
  }

  #answer(part: SubgraphShape, seed: number, fetch: FetchText, asked: string): object {
    const faults = new Faults(seed);
    const root = part.schema.getRootType(fetch.operation.operation)!;
    const rootFields = collectFields(part.schema, fetch, root, [fetch.operation]);
    const representations = fetch.variables['representations'] as Record<string, unknown>[] | undefined;
    const texts = representations?.map(canonical);
    const where = `${asked}${[...new Set(texts)].sort().join()}`;
    if (faults.strikes('fetch fails', where)) {
      return { errors: [{ message: 'the subgraph cannot be reached', extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] };
    }
    const errors: AnswerError[] = [];
    if (faults.strikes('loose error', where)) errors.push(faults.error(undefined, where));
    if (faults.strikes('root error', where)) errors.push(faults.error([[...rootFields.keys()][0]!], where, 'root'));
    if (faults.strikes('data is null', where))
      return { errors: [faults.error(undefined, where, 'null'), ...errors], data: null };

    const data: Record<string, unknown> = Object.create(null);
    for (const [key, nodes] of rootFields) {
      const answering = (about: string) => new Answering(this.#graph, part, seed, faults, fetch, about);
      if (nodes[0]!.name.value === '_entities') {
        data[key] = texts!.map((text, i) => {
          if (faults.strikes('entity is null', asked, text)) return null;
          if (faults.strikes('entity error', asked, text)) {
            errors.push(faults.error([key, i], asked, text));
            return null;
          }
          const entity = answering(`${asked}${text}`);
          const answer = entity.object(meant(this.#graph, part.schema, representations![i]!, text), nodes, []);
          errors.push(...entity.errors.map((error) => ({ ...error, path: [key, i, ...error.path!] })));
          return answer;
        });
      } else if (nodes[0]!.name.value === '__typename') {
        data[key] = root.name;
      } else {
        const field = answering(asked);
        data[key] = field.field({ type: root.name, identity: root.name, keys: undefined, n: 0 }, root, nodes, [key]);
        errors.push(...field.errors);
      }
    }
    return { data, ...(errors.length > 0 && { errors }) };
  }

  #know(subgraph: string, { schema }: SubgraphShape, query: string): Known {
    const text = `${subgraph}:${query}`;
    const known = this.#known.get(text);
    if (known) return known;
    const document = parse(query, { noLocation: true });
    const [complaint] = validate(schema, document);
    if (complaint) throw new Error(`${subgraph} was sent: ${complaint.message}\n${query}`);
    const nameless = document.definitions.map((node) =>
      node.kind === Kind.OPERATION_DEFINITION ? { ...node, name: undefined } : node,
    );
    const fresh = { document, asked: print({ ...document, definitions: nameless as never }) };
    this.#known.set(text, fresh);
    return fresh;
  }
}
