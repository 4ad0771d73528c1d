// Input that fails its class-validator rules becomes a refusal: data in a mutation's payload, an error elsewhere.
import type { ValidationError } from 'class-validator';
import { ArgumentValidationError, type MiddlewareFn } from 'type-graphql';
import { refuse } from '../refusal/catalogue.js';
import { type Refusal, RefusedError } from '../refusal/refusal.js';
import { toUserError } from './graphql-types.js';

export const refuseBadInput: MiddlewareFn = async ({ info }, next) => {
  try {
    return await next();
  } catch (error) {
    if (!(error instanceof ArgumentValidationError)) throw error;
    const found = (error.extensions['validationErrors'] as ValidationError[]).flatMap((wrong) => refusalsOf(wrong));
    if (info.parentType.name === 'Mutation') return { userErrors: found.map(toUserError) };
    throw new RefusedError(found[0] ?? refuse('BAD_INPUT', { reason: 'validation failed' }));
  }
};

function refusalsOf({ property, constraints, children }: ValidationError, path: string[] = []): Refusal[] {
  const here = [...path, property];
  return [
    ...Object.values(constraints ?? {}).map((reason) => refuse('BAD_INPUT', { reason }).at(...here)),
    ...(children ?? []).flatMap((child) => refusalsOf(child, here)),
  ];
}
