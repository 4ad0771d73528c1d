// Inputs and payloads of what changes orders.
import { MoneyInput } from '@mosaic/schema/types/money';
import { ArrayMaxSize, MaxLength } from 'class-validator';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { Order } from '../../domain/order.js';
import { payloadType } from './payload-type.js';

const theOrder = { type: () => Order, description: 'The order, as it is now.' };

export const CheckoutPayload = payloadType('Checkout', 'order', theOrder);
export const PayOrderPayload = payloadType('PayOrder', 'order', theOrder);
export const CancelOrderPayload = payloadType('CancelOrder', 'order', theOrder);
export const RefundOrderPayload = payloadType('RefundOrder', 'order', theOrder);

const KEY = 'A UUID for this one wish; a retry with the same one changes nothing more.';

@InputType({ description: 'What makes an order of the viewer’s cart.' })
export class CheckoutInput {
  @Field(() => MoneyInput, { description: 'What the buyer saw as the total; another total is refused.' })
  expectedTotal: MoneyInput;

  @Field(() => GraphQLUUID, { description: KEY })
  idempotencyKey: string;
}

@InputType({ description: 'What pays an order.' })
export class PayOrderInput {
  @Field(() => ID, { description: 'An order of the viewer.' })
  orderId: string;

  @Field(() => String, {
    nullable: true,
    description:
      'A payment method of the payment service, e.g. pm_card_visa; without one the browser confirms by the payment’s client secret.',
  })
  @MaxLength(255)
  paymentMethod?: string | null;

  @Field(() => GraphQLUUID, { description: KEY })
  idempotencyKey: string;
}

@InputType({ description: 'Which order to give up.' })
export class CancelOrderInput {
  @Field(() => ID, { description: 'An order of the viewer that is not paid.' })
  orderId: string;
}

@InputType({ description: 'What money to give back.' })
export class RefundOrderInput {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Lines of it, at most 100; without any, everything that was not given back yet.',
  })
  @ArrayMaxSize(100)
  lineIds?: string[] | null;

  @Field(() => GraphQLUUID, { description: KEY })
  idempotencyKey: string;
}
