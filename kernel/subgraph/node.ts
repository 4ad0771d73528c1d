// The interface of everything that has a global id (Global Object Identification Specification).
import 'reflect-metadata';
import { Field, ID, InterfaceType } from 'type-graphql';
import { typeOfId } from '../values/ids.js';

@InterfaceType('Node', {
  description: 'Anything with a global id.',
  resolveType: ({ id }: { id: string }) => typeOfId(id) ?? undefined,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque global id; it says its type to the graph, nothing to people.' })
  id: string;
}
