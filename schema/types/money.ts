// Money as the graph shows and takes it: never a float, never a 32-bit integer.
import 'reflect-metadata';
import { decimalOf, type Money } from '@mosaic/kernel/values/money';
import { GraphQLCurrency, GraphQLSafeInt } from 'graphql-scalars';
import { Directive, Field, InputType, ObjectType } from 'type-graphql';

@ObjectType('Money', { description: 'An amount in whole minor units of an ISO 4217 currency.' })
@Directive('@shareable')
export class MoneyType implements Money {
  @Field(() => GraphQLSafeInt, { description: 'Whole minor units: 1230 is 12.30 EUR, and 1230 JPY.' })
  amountMinor: number;

  @Field(() => GraphQLCurrency, { description: 'ISO 4217 code in capitals.' })
  currency: string;

  @Field(() => String, { description: 'The same amount as decimal text, e.g. "12.30".' })
  decimal: string;
}

@InputType({ description: 'An amount in whole minor units of an ISO 4217 currency.' })
export class MoneyInput implements Money {
  @Field(() => GraphQLSafeInt, { description: 'Whole minor units: 1230 is 12.30 EUR, and 1230 JPY.' })
  amountMinor: number;

  @Field(() => GraphQLCurrency, { description: 'ISO 4217 code in capitals.' })
  currency: string;
}

/** What a resolver answers for an amount. */
export const showMoney = ({ amountMinor, currency }: Money): MoneyType => ({
  amountMinor,
  currency,
  decimal: decimalOf({ amountMinor, currency }),
});
