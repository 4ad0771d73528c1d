// Carts, as the graph shows them to their buyer.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';
import { Node } from '@mosaic/kernel/subgraph/node';
import { entities } from '@mosaic/schema/entities';
import { stub } from '@mosaic/schema/types/stub';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Cart, CartLine } from '../../domain/cart.js';
import { payloadType } from './payload-type.js';

/** What other subgraphs sell. */
export const foreignItems = { Appointment: stub('Appointment'), Course: stub('Course') };

const id = [() => ID, 'Opaque global id.'] as const;

describeType(Cart, 'Cart', {
  implements: [Node],
  directives: ['@key(fields: "id")'],
  description: entities.Cart.description,
  fields: { id, lines: [() => [CartLine], 'In the order in which they came, at most 100; all in one currency.'] },
});

describeType(CartLine, 'CartLine', {
  description: 'Some of one thing in a cart.',
  fields: {
    id,
    title: [() => String, 'What it is, in words.'],
    quantity: [() => Int, 'How many: 1 to 99; of what is held, always 1.'],
    heldUntil: [() => DateTime, 'Until when its owner holds it for the buyer; null for a product.', { nullable: true }],
  },
});

const theCart = { type: () => Cart, description: 'The cart, as it is now.' };

export const AddToCartPayload = payloadType('AddToCart', 'cart', theCart);
export const SetCartLineQuantityPayload = payloadType('SetCartLineQuantity', 'cart', theCart);
export const RemoveCartLinePayload = payloadType('RemoveCartLine', 'cart', theCart);

@InputType({ description: 'What to put into the cart.' })
export class AddToCartInput {
  @Field(() => ID, { description: 'The variant.' })
  variantId: string;

  @Field(() => Int, { description: 'How many more: 1 to 99 together with what is there.' })
  quantity: number;

  @Field(() => GraphQLUUID, {
    nullable: true,
    description: 'A UUID for this one wish; retry with the same. Without one, a repetition adds again.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'How many of a line the buyer wants.' })
export class SetCartLineQuantityInput {
  @Field(() => ID, { description: 'The line.' })
  lineId: string;

  @Field(() => Int, { description: '0 to 99; 0 removes the line.' })
  quantity: number;
}

@InputType({ description: 'Which line goes.' })
export class RemoveCartLineInput {
  @Field(() => ID, { description: 'The line.' })
  lineId: string;
}
