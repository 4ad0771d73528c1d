// Questions about types that checking a plan asks again and again.

import {
  baseType,
  isAbstractType as isAbstractInSubgraph,
  isCompositeType as isCompositeInSubgraph,
  possibleRuntimeTypes,
} from '@apollo/federation-internals';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type OperationTypeNode,
} from 'graphql';
import { type Federation } from '../federation.js';
import type { FieldSource } from './places.js';

export interface TypeMap {
  /** Names of the object types that a value of this type can have, by the whole supergraph. */
  possible(type: string): ReadonlySet<string>;
  /** The named type of a field; undefined for what is not in the supergraph. */
  typeOf(parent: string, field: string): string | undefined;
  /** The object types that this subgraph can answer a field with, and every other that answers it, too: what is shared is the same. */
  answered(source: FieldSource): ReadonlySet<string>;
  /** The named type of a field in this subgraph, which may be one of those that the supergraph says, or undefined. */
  answeredAs(service: string | undefined, parent: string, field: string): string | undefined;
  /** What fields of one key must agree on in this subgraph: the type, but of composite ones the lists and non-nulls only. */
  shapeIn(service: string, parent: string, field: string): string;
  /** What this subgraph calls its root type. */
  rootOf(service: string, kind: OperationTypeNode): string;
  /** The type and the interfaces it implements. */
  withInterfaces(type: string): readonly string[];
}

const NONE: ReadonlySet<string> = new Set();

export function mapTypes({ supergraph, supergraphSchema }: Federation): TypeMap {
  const possibleTypes = new Map<string, ReadonlySet<string>>();

  const possible = (name: string): ReadonlySet<string> => {
    let found = possibleTypes.get(name);
    if (!found) {
      const type = supergraphSchema.getType(name);
      const types = isAbstractType(type)
        ? supergraphSchema.getPossibleTypes(type).map((object) => object.name)
        : [name];
      found = new Set(types);
      possibleTypes.set(name, found);
    }
    return found;
  };

  const schemaOf = (service = '') => supergraph.subgraphs().get(service)?.schema;

  function fieldIn(service: string | undefined, parent: string, field: string) {
    const holder = schemaOf(service)?.type(parent);
    return holder?.kind === 'ObjectType' || holder?.kind === 'InterfaceType' ? holder.field(field) : undefined;
  }

  function answersItself(service: string, object: string, field: string): boolean {
    const definition = fieldIn(service, object, field);
    return definition !== undefined && !supergraph.subgraphs().get(service)?.metadata().isFieldExternal(definition);
  }

  function objectsIn(service: string | undefined, parent: string, field: string): ReadonlySet<string> {
    const type = fieldIn(service, parent, field)?.type;
    const named = type && baseType(type);
    if (!named || !isCompositeInSubgraph(named)) return NONE;
    // An @interfaceObject is an object there and an interface here: any of its types may come.
    if (!isAbstractInSubgraph(named)) return possible(named.name);
    return new Set(possibleRuntimeTypes(named).flatMap(({ name }) => [...possible(name)]));
  }

  /** Null when no subgraph has this field of the object's own type. */
  function sharedBy(object: string, field: string): ReadonlySet<string> | null {
    const [first, ...others] = supergraph
      .subgraphs()
      .names()
      .filter((service) => answersItself(service, object, field))
      .map((service) => objectsIn(service, object, field));
    if (!first) return null;
    return new Set([...first].filter((name) => others.every((types) => types.has(name))));
  }

  return {
    possible,
    typeOf(parent, field) {
      const type = supergraphSchema.getType(parent);
      if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
      const definition = type.getFields()[field];
      return definition && getNamedType(definition.type).name;
    },
    answered({ service, parent, field, scope }) {
      const here = objectsIn(service, parent, field);
      const shared = [...scope].map((object) => sharedBy(object, field) ?? here);
      return new Set([...here].filter((name) => shared.some((types) => types.has(name))));
    },
    answeredAs(service, parent, field) {
      const type = fieldIn(service, parent, field)?.type;
      return type && baseType(type).name;
    },
    shapeIn(service, parent, field) {
      const type = fieldIn(service, parent, field)?.type;
      if (!type) return 'String!'; // __typename
      const named = baseType(type);
      return isCompositeInSubgraph(named) ? type.toString().replace(named.name, '{}') : type.toString();
    },
    rootOf: (service, kind) => schemaOf(service)?.schemaDefinition.rootType(kind)?.name ?? '',
    withInterfaces(name) {
      const type = supergraphSchema.getType(name);
      if (!isCompositeType(type) || (!isObjectType(type) && !isInterfaceType(type))) return [name];
      return [name, ...type.getInterfaces().map((each) => each.name)];
    },
  };
}
