// Stubs of entities that other subgraphs own: `node` answers them, their owner fills them in.
import { describeType } from '@mosaic/kernel/subgraph/describe-type';
import { Node } from '@mosaic/kernel/subgraph/node';
import { ID } from 'type-graphql';
import { type ForeignNode, foreignNodes } from '../../domain/node-types.js';

interface Stub {
  id: string;
}

/** One class per foreign type. */
export const stubClasses = Object.fromEntries(
  Object.entries(foreignNodes).map(([name, description]) => {
    const StubClass = class implements Stub {
      constructor(readonly id: string) {}
    };
    describeType(StubClass, name, {
      description,
      implements: [Node],
      directives: ['@key(fields: "id", resolvable: false)'],
      fields: { id: [() => ID, 'Opaque global id.'] },
    });
    return [name, StubClass];
  }),
) as Record<ForeignNode, new (id: string) => Stub>;
