// What the supergraph's directives say about how its fields are reached: who requires what, and which keys are given.
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { fieldsIn, readFieldSet } from './field-sets.js';

export interface Requirement {
  readonly service: string;
  readonly type: string;
  readonly field: string;
  readonly set: SelectionSetNode;
}

export interface Rules {
  readonly requirements: readonly Requirement[];
  /** Keys by which a subgraph finds an entity: by subgraph, then by type. */
  readonly keys: ReadonlyMap<string, ReadonlyMap<string, readonly SelectionSetNode[]>>;
  /** Names under which planned fetches may read values of their own: a client's alias must not stand there. */
  readonly readNames: ReadonlySet<string>;
}

export type Composite = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

export const isComposite = (node: DocumentNode['definitions'][number]): node is Composite =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;

/** `supergraph` is a composed schema as text has it (join specification 0.1 to 0.5). */
export function readRules(supergraph: DocumentNode): Rules {
  const services = serviceNames(supergraph);
  const serviceOf = (directive: ConstDirectiveNode) => services.get(text(directive, 'graph') ?? '') ?? '';
  const requirements: Requirement[] = [];
  const keys = new Map<string, Map<string, SelectionSetNode[]>>();
  const readNames = new Set(['__typename']);
  const note = (set: SelectionSetNode) => {
    for (const { name } of fieldsIn(set)) readNames.add(name.value);
    return set;
  };

  for (const definition of supergraph.definitions) {
    if (!isComposite(definition)) continue;
    const type = definition.name.value;
    for (const directive of named(definition, 'join__type')) {
      const key = text(directive, 'key');
      if (key === undefined) continue;
      const set = note(readFieldSet(key));
      if (isUnresolvable(directive)) continue;
      const byType = keys.get(serviceOf(directive)) ?? new Map<string, SelectionSetNode[]>();
      keys.set(serviceOf(directive), byType.set(type, [...(byType.get(type) ?? []), set]));
    }
    for (const field of definition.fields ?? []) {
      for (const directive of named(field, 'join__field')) {
        const required = text(directive, 'requires');
        if (required === undefined) continue;
        const set = note(readFieldSet(required));
        requirements.push({ service: serviceOf(directive), type, field: field.name.value, set });
      }
    }
  }
  return { requirements, keys, readNames };
}

export const named = (
  { directives = [] }: Composite | FieldDefinitionNode,
  name: string,
): readonly ConstDirectiveNode[] => directives.filter((directive) => directive.name.value === name);

/** An enum or string argument. */
export function text(directive: ConstDirectiveNode, argument: string): string | undefined {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

export const isUnresolvable = (directive: ConstDirectiveNode): boolean =>
  directive.arguments?.some(
    ({ name, value }) => name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value,
  ) ?? false;

function serviceNames(supergraph: DocumentNode): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const { name, directives = [] } of definition.values ?? []) {
      for (const directive of directives) names.set(name.value, text(directive, 'name') ?? name.value);
    }
  }
  return names;
}
