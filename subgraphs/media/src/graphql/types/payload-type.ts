// The payload of a mutation: what it changed, null when refused, and why.
import { UserError } from '@mosaic/kernel/subgraph/graphql-types';
import { Field, ObjectType } from 'type-graphql';

interface Result {
  type: () => object;
  description: string;
}

/** The type `<name>Payload` with the one member beside `userErrors`. */
export function payloadType(name: string, member: string, { type, description }: Result) {
  @ObjectType(`${name}Payload`, { description: `What came of ${name[0]?.toLowerCase()}${name.slice(1)}.` })
  class Payload {
    @Field(() => [UserError], { description: 'Why nothing changed; empty on success.' })
    userErrors: UserError[];
  }
  Field(type as never, { nullable: true, description })(Payload.prototype, member);
  return Payload;
}
