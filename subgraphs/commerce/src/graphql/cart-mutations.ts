// Root fields that change the buyer's cart: a viewer's, or else a guest's.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { payload } from '@mosaic/kernel/subgraph/graphql-types';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { addToCart } from '../use-cases/add-to-cart.js';
import { setCartLineQuantity } from '../use-cases/set-cart-line-quantity.js';
import { buyerOf, type CommerceContext } from './context.js';
import {
  AddToCartInput,
  AddToCartPayload,
  RemoveCartLineInput,
  RemoveCartLinePayload,
  SetCartLineQuantityInput,
  SetCartLineQuantityPayload,
} from './types/cart-types.js';

const shown = async (outcome: string | Refusal, { load }: CommerceContext) =>
  payload('cart', isRefusal(outcome) ? outcome : await load.cart.clear(outcome).load(outcome));

@Resolver()
export class CartMutations {
  @Mutation(() => AddToCartPayload, {
    description:
      'Puts some of a variant into the cart; guests may. Refuses NOT_FOUND, QUANTITY_LIMIT, TOO_MANY, CURRENCY_MISMATCH, CART_MOVED and BAD_INPUT.',
  })
  async addToCart(
    @Arg('input', () => AddToCartInput, { description: 'What and how many.' }) input: AddToCartInput,
    @Ctx() context: CommerceContext,
  ) {
    return shown(await addToCart(context.rooms, buyerOf(context), input), context);
  }

  @Mutation(() => SetCartLineQuantityPayload, {
    description:
      'Changes how many of a line the buyer wants. Refuses NOT_FOUND, QUANTITY_LIMIT, CART_MOVED and BAD_INPUT.',
  })
  async setCartLineQuantity(
    @Arg('input', () => SetCartLineQuantityInput, { description: 'How many.' }) input: SetCartLineQuantityInput,
    @Ctx() context: CommerceContext,
  ) {
    return shown(await setCartLineQuantity(context.rooms, buyerOf(context), input), context);
  }

  @Mutation(() => RemoveCartLinePayload, {
    description: 'Takes a line out of the cart; what was held is given back. Refuses NOT_FOUND and CART_MOVED.',
  })
  async removeCartLine(
    @Arg('input', () => RemoveCartLineInput, { description: 'Which line.' }) { lineId }: RemoveCartLineInput,
    @Ctx() context: CommerceContext,
  ) {
    return shown(await setCartLineQuantity(context.rooms, buyerOf(context), { lineId, quantity: 0 }), context);
  }
}
