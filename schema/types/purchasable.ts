// What a cart line can hold, whichever subgraph owns it.
import 'reflect-metadata';
import { typeOfId } from '@mosaic/kernel/values/ids';
import { Field, ID, InterfaceType } from 'type-graphql';
import type { EntityName } from '../entities.js';

export const purchasables: readonly EntityName[] = ['ProductVariant', 'Appointment', 'Course'];

@InterfaceType('Purchasable', {
  description: 'Anything that can be bought: a cart line or an order line is about one of these.',
  resolveType: ({ id }: { id: string }) => typeOfId(id) ?? undefined,
})
export abstract class Purchasable {
  @Field(() => ID, { description: 'Opaque global id.' })
  id: string;
}
