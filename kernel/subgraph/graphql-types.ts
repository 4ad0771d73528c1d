// GraphQL types that every subgraph shares: value types of the federation, identical everywhere.
import 'reflect-metadata';
import { ArgsType, Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { PageArguments } from '../paging/page.js';
import { isRefusal, type Refusal } from '../refusal/refusal.js';

/** Why a mutation changed nothing; `code` is an ErrorCode, which each subgraph extends with its own. */
@ObjectType({ description: 'A number or text that a refusal speaks of, by name.' })
@Directive('@shareable')
export class ErrorParameter {
  @Field(() => String, { description: 'The name used in the catalogue of refusals.' })
  name: string;

  @Field(() => String, { description: 'The value, as text.' })
  value: string;
}

@ObjectType({ description: 'An expected refusal: why a mutation changed nothing.' })
@Directive('@shareable')
export class UserError {
  @Field(() => String, { description: 'Stable code in capitals; clients translate by it.' })
  code: string;

  @Field(() => String, { description: 'The same in English, for developers.' })
  message: string;

  @Field(() => [String], { nullable: true, description: 'The input that is refused, from the outside in.' })
  path: string[] | null;

  @Field(() => [ErrorParameter], { description: 'What the sentence speaks of.' })
  parameters: ErrorParameter[];
}

@ObjectType({ description: 'Where a page stands in its list.' })
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are more rows after this page.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether there are more rows before this page.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row of this page.' })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last row of this page.' })
  endCursor: string | null;
}

@ArgsType()
export class ConnectionArgs implements PageArguments {
  @Field(() => Int, { nullable: true, description: 'Rows from the front, 1 to 100; exactly one of first and last.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows after this cursor.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'Rows from the back, 1 to 100.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows before this cursor.' })
  before?: string | null;
}

type AnyClass<T extends object> = abstract new (...args: never[]) => T;

/** The `<Name>Edge` and `<Name>Connection` types of a node class. */
export function connectionType<T extends object>(name: string, node: AnyClass<T>) {
  @ObjectType(`${name}Edge`, { description: `One ${name} and where it stands in its list.` })
  class Edge {
    @Field(() => node, { description: `The ${name}.` })
    node: T;

    @Field(() => String, { description: 'Where it stands; give it as `after` or `before`.' })
    cursor: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name} rows.` })
  class ConnectionOf {
    @Field(() => [Edge], { description: 'The rows of this page.' })
    edges: Edge[];

    @Field(() => PageInfo, { description: 'Where this page stands.' })
    pageInfo: PageInfo;
  }
  return ConnectionOf;
}

export const toUserError = ({ code, message, path, parameters }: Refusal): UserError => ({
  code,
  message,
  path: path.length > 0 ? [...path] : null,
  parameters: Object.entries(parameters).map(([name, value]) => ({ name, value: String(value) })),
});

/** A mutation payload: `{[name]: result, userErrors: []}`, or nothing but the refusal. */
export function payload<N extends string, T>(name: N, result: T | Refusal) {
  return isRefusal(result) ? { [name]: null, userErrors: [toUserError(result)] } : { [name]: result, userErrors: [] };
}

/** Registers a GraphQL enum from a list of names (values equal names, as federation wants). */
export function enumOf<N extends string>(
  name: string,
  description: string,
  values: Readonly<Record<N, string>>,
): Record<N, N> {
  const members = Object.fromEntries(Object.keys(values).map((key) => [key, key])) as Record<N, N>;
  registerEnumType(members, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      Object.entries(values).map(([key, meaning]) => [key, { description: meaning }]),
    ) as never,
  });
  return members;
}
