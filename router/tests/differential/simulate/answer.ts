// Answers one fetch as a subgraph would, without resolvers: every value is rolled from the seed, the identity of the
// object, the field and its arguments; so one entity is the same in every subgraph and every list.
import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
} from 'graphql';
import { getArgumentValues } from 'graphql/execution/values.js';
import { canonical } from './canonical.js';
import { collectFields, type FetchText } from './collect-fields.js';
import type { AnswerError, Faults } from './faults.js';
import { keyValue } from './key-values.js';
import { leafValue, wrongLeaf } from './odd-values.js';
import type { GraphShape, KeyTree, SubgraphShape } from './read-subgraphs.js';
import { pick, roll } from './roll.js';
import { type Thing, thingOf } from './things.js';

export type Path = readonly (string | number)[];

/** What one root field or one entity is answered with, and how often anything went wrong on the way. */
export class Answering {
  readonly errors: AnswerError[] = [];

  /** `where` names what is answered, for the faults: the same words, the same faults. */
  constructor(
    private readonly graph: GraphShape,
    private readonly part: SubgraphShape,
    private readonly seed: number,
    private readonly faults: Faults,
    private readonly fetch: FetchText,
    private readonly where: string,
  ) {}

  /** `isOneOfMany`: what the type is only the answer can say, so that there is something to get wrong. */
  object(thing: Thing, fields: readonly FieldNode[], path: Path, isOneOfMany = false): Record<string, unknown> {
    const { schema } = this.part;
    const type = schema.getType(thing.type) as GraphQLObjectType;
    const answer: Record<string, unknown> = Object.create(null);
    const typename = isOneOfMany && this.strikes('unknown type', path) ? 'NoSuchType' : thing.type;
    for (const [key, nodes] of collectFields(schema, this.fetch, type, fields)) {
      const at = [...path, key];
      if (nodes[0]!.name.value === '__typename') {
        answer[key] = typename;
      } else if (!this.strikes('missing field', at)) {
        answer[key] = this.field(thing, type, nodes, at);
      }
    }
    if (this.strikes('extra fields', path)) {
      // The object has no prototype: this sets a key like any other.
      Object.assign(answer, JSON.parse('{"valueOf":"extra","zz":{"a":1},"__proto__":{"polluted":true}}'));
    }
    return answer;
  }

  field(thing: Thing, type: GraphQLObjectType, nodes: readonly FieldNode[], path: Path): unknown {
    const node = nodes[0]!;
    const definition = type.getFields()[node.name.value]!;
    if (!isNonNullType(definition.type) && this.strikes('field error', path)) {
      this.errors.push(this.faults.error(path, this.where, path.join()));
      return null;
    }
    const keys = thing.keys?.get(definition.name);
    if (keys) return this.keyed(definition.type, thing, definition.name, keys, nodes, path);
    const args = canonical(getArgumentValues(definition, node, this.fetch.variables));
    const required = this.part.requiring.has(`${type.name}.${definition.name}`) ? canonical(thing.representation) : '';
    return this.value(definition.type, [thing.identity, definition.name, args, required].join('|'), nodes, path);
  }

  private keyed(
    type: GraphQLOutputType,
    thing: Thing,
    field: string,
    keys: KeyTree,
    nodes: readonly FieldNode[],
    path: Path,
  ) {
    const named = getNamedType(type);
    if (!isCompositeType(named)) return keyValue(named, thing.identity.replace(/#.*/, ''), field, thing.n);
    const below = new Map([...(this.graph.keysOf.get(named.name) ?? []), ...keys]);
    const identity = this.graph.keysOf.has(named.name) ? `${named.name}#${thing.n}` : `${thing.identity}|${field}`;
    return this.object({ type: named.name, identity, keys: below, n: thing.n }, nodes, path);
  }

  private value(type: GraphQLOutputType, found: string, nodes: readonly FieldNode[], path: Path): unknown {
    const rolled = roll(this.seed, found);
    if (isNonNullType(type) ? this.strikes('null in a non-null field', path) : rolled % 8 === 0) return null;
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      const length = pick([0, 1, 2, 2, 3], rolled >>> 3);
      return Array.from({ length }, (_, i) => this.value(nullable.ofType, `${found}[${i}]`, nodes, [...path, i]));
    }
    if (isCompositeType(nullable)) {
      return this.object(
        thingOf(this.graph, this.part.schema, nullable, `${this.seed}${found}`),
        nodes,
        path,
        isAbstractType(nullable),
      );
    }
    return this.strikes('wrong leaf', path)
      ? wrongLeaf(nullable as never, rolled >>> 3)
      : leafValue(nullable as never, rolled >>> 3);
  }

  private strikes(kind: Parameters<Faults['strikes']>[0], path: Path): boolean {
    return this.faults.strikes(kind, this.where, path.join());
  }
}
