// Stubs of entities that other subgraphs own: `node` answers them, their owner fills them in.
import { type EntityName, entities } from '@mosaic/schema/entities';
import { type StubClass, stub } from '@mosaic/schema/types/stub';

/** One class per foreign type. */
export const foreignNodes: ReadonlyMap<string, StubClass> = new Map(
  (Object.keys(entities) as EntityName[])
    .filter((name) => entities[name].owner !== 'users')
    .map((name) => [name, stub(name)]),
);
