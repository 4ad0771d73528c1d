// Questions about types that checking a plan asks again and again.

import {
  isAbstractType as isAbstractInSubgraph,
  isCompositeType as isCompositeInSubgraph,
  possibleRuntimeTypes,
} from '@apollo/federation-internals';
import { getNamedType, isAbstractType, isCompositeType, isInterfaceType, isObjectType } from 'graphql';
import { type Federation } from '../federation.js';

export interface TypeMap {
  /** Names of the object types that a value of this type can have, by the whole supergraph. */
  possible(type: string): ReadonlySet<string>;
  /** The named type of a field; undefined for what is not in the supergraph. */
  typeOf(parent: string, field: string): string | undefined;
  /** The object types that this subgraph can answer a field with. */
  answered(service: string, parent: string, field: string): ReadonlySet<string>;
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

  return {
    possible,
    typeOf(parent, field) {
      const type = supergraphSchema.getType(parent);
      if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
      const definition = type.getFields()[field];
      return definition && getNamedType(definition.type).name;
    },
    answered(service, parent, field) {
      const holder = supergraph.subgraphs().get(service)?.schema.type(parent);
      if (!holder || (holder.kind !== 'ObjectType' && holder.kind !== 'InterfaceType')) return NONE;
      const type = holder
        .field(field)
        ?.type?.toString()
        .replace(/[![\]]/g, '');
      const named = type && supergraph.subgraphs().get(service)?.schema.type(type);
      if (!named || !isCompositeInSubgraph(named)) return NONE;
      // An @interfaceObject is an object there and an interface here: any of its types may come.
      if (!isAbstractInSubgraph(named)) return possible(named.name);
      return new Set(possibleRuntimeTypes(named).flatMap(({ name }) => [...possible(name)]));
    },
    withInterfaces(name) {
      const type = supergraphSchema.getType(name);
      if (!isCompositeType(type) || (!isObjectType(type) && !isInterfaceType(type))) return [name];
      return [name, ...type.getInterfaces().map((each) => each.name)];
    },
  };
}
