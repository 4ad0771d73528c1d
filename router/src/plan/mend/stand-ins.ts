// Stand-in fields: `price(currency: "USD")` in a `@requires` becomes a field of its own, `_m0_price`, so that the planner
// keeps it apart from any other `price`. Unresolvable keys are left out, so that it cannot choose one.
import {
  type ArgumentNode,
  type ConstArgumentNode,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  Kind,
  print,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { fieldsIn, readFieldSet, writeFieldSet } from './field-sets.js';
import { type Composite, isComposite, isUnresolvable, named, type Rules, text } from './supergraph-rules.js';

export interface StandIn {
  readonly field: string;
  readonly arguments: readonly ConstArgumentNode[];
}

export type StandIns = ReadonlyMap<string, StandIn>;

/** What no client's alias may begin with where a plan is mended. */
export const STAND_IN = /^_m\d+_/;

export function nameStandIns({ requirements }: Rules): StandIns {
  const fields = requirements.flatMap(({ set }) => fieldsIn(set));
  const withArguments = new Set(fields.filter((field) => field.arguments?.length).map(({ name }) => name.value));
  const standIns = new Map<string, StandIn>();
  const known = new Set<string>();
  for (const field of fields) {
    // A mention without arguments, beside one with, asks for something else again.
    if (!withArguments.has(field.name.value) || known.has(printed(field))) continue;
    known.add(printed(field));
    standIns.set(`_m${standIns.size}_${field.name.value}`, {
      field: field.name.value,
      // No variable can stand in a directive.
      arguments: (field.arguments ?? []) as readonly ConstArgumentNode[],
    });
  }
  return standIns;
}

/** The selection as it is fetched: `_m0_price` for `price(currency: "USD")`, or `_m0_price: price(currency: "USD")`. */
export function standInFor(set: SelectionSetNode, standIns: StandIns, as: 'field' | 'alias'): SelectionSetNode {
  const byField = new Map([...standIns].map(([name, { field, arguments: given }]) => [call(field, given), name]));
  return visit(set, {
    Field: {
      enter(node) {
        const name = byField.get(printed(node));
        if (name === undefined) return undefined;
        const value = { kind: Kind.NAME, value: name } as const;
        return as === 'alias' ? { ...node, alias: value } : { ...node, name: value, arguments: [] };
      },
    },
  });
}

/** The supergraph to plan by. */
export function withStandIns(supergraph: DocumentNode, standIns: StandIns): DocumentNode {
  const definitions = supergraph.definitions.map((definition) => {
    if (!isComposite(definition)) return definition;
    const fields = (definition.fields ?? []).map((field) => requireStandIns(field, standIns));
    return { ...definition, directives: resolvableKeys(definition), fields: [...fields, ...copies(fields, standIns)] };
  });
  return { ...supergraph, definitions };
}

function requireStandIns(field: FieldDefinitionNode, standIns: StandIns): FieldDefinitionNode {
  const directives = field.directives?.map((directive) => {
    const required = directive.name.value === 'join__field' ? text(directive, 'requires') : undefined;
    if (required === undefined) return directive;
    const value = writeFieldSet(standInFor(readFieldSet(required), standIns, 'field'));
    return replaced(directive, 'requires', value);
  });
  return directives ? { ...field, directives } : field;
}

/** A stand-in is wherever its field is: in the same subgraphs, external to the same. */
function copies(fields: readonly FieldDefinitionNode[], standIns: StandIns): FieldDefinitionNode[] {
  return [...standIns].flatMap(([name, standIn]) =>
    fields
      .filter((field) => field.name.value === standIn.field && takes(field, standIn.arguments))
      .map((field) => ({ ...field, name: { kind: Kind.NAME, value: name } as const, arguments: [] })),
  );
}

const takes = (field: FieldDefinitionNode, given: readonly ConstArgumentNode[]): boolean =>
  given.every(({ name }) => field.arguments?.some((argument) => argument.name.value === name.value));

function resolvableKeys(definition: Composite): readonly ConstDirectiveNode[] {
  const resolvable = named(definition, 'join__type').filter((join) => !isUnresolvable(join));
  // Once is enough to say that the type is there.
  const graphs = new Set(resolvable.map((join) => text(join, 'graph')));
  return (definition.directives ?? []).flatMap((directive) => {
    if (directive.name.value !== 'join__type' || !isUnresolvable(directive)) return [directive];
    const graph = text(directive, 'graph');
    if (graphs.has(graph)) return [];
    graphs.add(graph);
    return [without(without(directive, 'key'), 'resolvable')];
  });
}

const without = (directive: ConstDirectiveNode, argument: string): ConstDirectiveNode => ({
  ...directive,
  arguments: directive.arguments?.filter(({ name }) => name.value !== argument) ?? [],
});

const replaced = (directive: ConstDirectiveNode, argument: string, value: string): ConstDirectiveNode => ({
  ...directive,
  arguments: (directive.arguments ?? []).map((given) =>
    given.name.value === argument ? { ...given, value: { kind: Kind.STRING, value } } : given,
  ),
});

const call = (field: string, given: readonly ArgumentNode[]): string =>
  `${field}(${given
    .map((argument) => print(argument))
    .sort()
    .join()})`;

const printed = ({ name, arguments: given = [] }: FieldNode): string => call(name.value, given);
