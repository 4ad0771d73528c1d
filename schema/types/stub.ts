// Entities of other subgraphs, as one that only mentions them sees them: an id, which their owner resolves.
import 'reflect-metadata';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';
import { Node } from '@mosaic/kernel/subgraph/node';
import { ID } from 'type-graphql';
import { type EntityName, entities } from '../entities.js';
import { Purchasable, purchasables } from './purchasable.js';

export interface Stub {
  readonly id: string;
}
export type StubClass = new (id: string) => Stub;

const made = new Map<EntityName, StubClass>();

/** The stub class of an entity; always the same one in a process, because type-graphql keeps one registry. */
export function stub(name: EntityName): StubClass {
  const known = made.get(name);
  if (known) return known;
  const stubClass = class implements Stub {
    constructor(readonly id: string) {}
  };
  describeType(stubClass, name, {
    description: entities[name].description,
    implements: purchasables.includes(name) ? [Node, Purchasable] : [Node],
    directives: ['@key(fields: "id", resolvable: false)'],
    fields: { id: [() => ID, 'Opaque global id.'] },
  });
  made.set(name, stubClass);
  return stubClass;
}
