// Writes an operation that is valid by construction, out of a schema and a list of choices.
import {
  doTypesOverlap,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isUnionType,
} from 'graphql';
import type { Choices } from './choices.js';
import { introspections } from './introspections.js';
import { Variables } from './write-arguments.js';

export interface Written {
  readonly query: string;
  readonly operationName?: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Where selections are written: the type that a fragment narrows to, within the type of the field around it. */
interface Place {
  readonly type: GraphQLCompositeType;
  readonly field: GraphQLCompositeType;
}

interface Fragment {
  readonly name: string;
  readonly on: GraphQLCompositeType;
  readonly text: string;
  /** It narrows to types that stock only finds within an abstract field. */
  readonly narrows: boolean;
}

const DEPTH = 6;
const FIELDS = 20;
/** Names that are something else elsewhere: in JavaScript, or in the graph; but never in a key. */
const aliases = ['a', 'b', 'constructor', 'toString', 'name', 'text', 'hasOwnProperty', 'length'];

export function writeOperation(schema: GraphQLSchema, choices: Choices): Written {
  return new OperationWriter(schema, choices).write();
}

class OperationWriter {
  readonly #variables: Variables;
  readonly #composites: readonly GraphQLCompositeType[];
  readonly #fragments: Fragment[] = [];
  /** What a response key stands for wherever it stands: so no two selections can be in conflict. */
  readonly #keys = new Map<string, string>();
  #fieldsLeft = FIELDS;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly choices: Choices,
  ) {
    this.#variables = new Variables(choices);
    const types = Object.values(schema.getTypeMap());
    this.#composites = types.filter(isCompositeType).filter(({ name }) => !name.startsWith('__'));
  }

  write(): Written {
    const { choices } = this;
    const name = choices.of(['', 'It', 'query']);
    const others =
      name !== '' && choices.once(4) ? ['query Other { __typename }', 'query Another { again: __typename }'] : [];
    const isNamed = others.length > 0 || (name !== '' && choices.once(2));
    const mutation = choices.once(2) ? this.schema.getMutationType() : null;
    const kind = mutation ? 'mutation' : 'query';
    const root = mutation ?? this.schema.getQueryType()!;
    const asksForSchema = kind === 'query' && choices.once(12) ? [choices.of(introspections)] : [];
    const place = { type: root, field: root };
    const selections = [...asksForSchema, ...this.#selections(place, DEPTH)];
    // Two mutations are done in turn.
    if (mutation && !choices.haveEnded) selections.push(this.#selection(place, DEPTH - 3));
    const { definitions, values } = this.#variables;
    const isShort = name === '' && definitions === '' && kind === 'query';
    const operation = `${isShort ? '' : `${kind} ${name}${definitions} `}${block(selections)}`;
    const fragments = this.#fragments.map((one) => `fragment ${one.name} on ${one.on.name} ${one.text}`);
    return {
      query: [...others, operation, ...fragments].join('\n'),
      ...(isNamed && { operationName: name }),
      variables: values,
    };
  }

  #selections(place: Place, depth: number): string[] {
    const most = 1 + this.choices.below(depth === DEPTH ? 3 : 4);
    const selections = [this.#selection(place, depth)];
    while (selections.length < most && !this.choices.haveEnded) selections.push(this.#selection(place, depth));
    return selections;
  }

  #selection(place: Place, depth: number): string {
    const { type, field } = place;
    const way = this.choices.below(10);
    if (depth > 0 && way >= (isAbstractType(type) ? 6 : 8)) {
      const on = this.#conditionFor(place);
      const within = this.choices.once(3) && on === type ? '' : ` on ${on.name}`;
      const below = block(this.#selections({ type: on, field }, depth - 1));
      return `...${within}${this.#variables.conditions()} ${below}`;
    }
    if (depth > 0 && way === 4) return `...${this.#fragmentFor(place, depth)}${this.#variables.conditions()}`;
    const fields = this.#fieldsOf(type, depth);
    if (fields.length === 0 || way === 3) return this.#typename();
    const branches = fields.filter((one) => isCompositeType(getNamedType(one.type)));
    return this.#field(this.choices.of(branches.length > 0 && this.choices.once(2) ? branches : fields), depth);
  }

  #fieldsOf(type: GraphQLCompositeType, depth: number): GraphQLField<unknown, unknown>[] {
    if (isUnionType(type)) return [];
    const fields = Object.values(type.getFields());
    return depth > 0 && this.#fieldsLeft > 0 ? fields : fields.filter((field) => isLeafType(getNamedType(field.type)));
  }

  #typename(): string {
    const alias = this.choices.once(3) ? `${this.#keyFor('kind', '__typename')}: ` : '';
    return `${alias}__typename${this.#variables.conditions()}`;
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    this.#fieldsLeft -= 1;
    const args = this.#variables.arguments(field.args);
    const named = getNamedType(field.type);
    const shape = isCompositeType(named) ? String(field.type).replace(named.name, '*') : String(field.type);
    const wanted = this.choices.once(5) ? this.choices.of(aliases) : field.name;
    const key = this.#keyFor(wanted, `${field.name}${args} ${shape}`);
    const below = isCompositeType(named) ? ` ${block(this.#selections({ type: named, field: named }, depth - 1))}` : '';
    return `${key === field.name ? '' : `${key}: `}${field.name}${args}${this.#variables.conditions()}${below}`;
  }

  /** The wanted key, or the next one that is free or already means the same. */
  #keyFor(wanted: string, meaning: string): string {
    for (let i = 0; ; i += 1) {
      const key = i === 0 ? wanted : `${wanted}_${i}`;
      const taken = this.#keys.get(key);
      if (taken === undefined) this.#keys.set(key, meaning);
      if (taken === undefined || taken === meaning) return key;
    }
  }

  /**
   * A type that something of `type` may be, `type` itself among them. Within a field of an object type only those that
   * it always is: stock loses `... on A { ... on B }` there when it did not ask for __typename.
   */
  #conditionFor({ type, field }: Place): GraphQLCompositeType {
    const fits = (other: GraphQLCompositeType) =>
      isAbstractType(field) ? doTypesOverlap(this.schema, type, other) : this.#alwaysIs(type, other);
    return this.choices.of([type, ...this.#composites.filter((other) => other !== type && fits(other))]);
  }

  #fragmentFor(place: Place, depth: number): string {
    const narrows = isAbstractType(place.field);
    const known = this.#fragments.filter((one) =>
      narrows ? doTypesOverlap(this.schema, place.type, one.on) : !one.narrows && this.#alwaysIs(place.type, one.on),
    );
    if (known.length > 0 && this.choices.once(2)) return this.choices.of(known).name;
    const on = this.#conditionFor(place);
    const text = block(this.#selections({ type: on, field: place.field }, depth - 1));
    const name = `F${this.#fragments.length}`;
    this.#fragments.push({ name, on, text, narrows });
    return name;
  }

  #alwaysIs(type: GraphQLCompositeType, other: GraphQLCompositeType): boolean {
    return type === other || (isAbstractType(other) && !isUnionType(type) && this.schema.isSubType(other, type));
  }
}

const block = (selections: readonly string[]): string => `{ ${selections.join(' ')} }`;
