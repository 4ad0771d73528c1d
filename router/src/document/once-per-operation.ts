// Root fields that cost a password check, a session or money: one of them per operation, once, however it is spelt.
// Rate limits count requests; without this wall one request could try a hundred passwords.
import type { DocumentNode } from 'graphql';
import { Refused } from '../respond/refusals.js';
import { operationsOf } from './limit-shape.js';
import { mosaicLimits } from './limits.js';
import { measure } from './measure-shape.js';

export const sensitiveRootFields: ReadonlySet<string> = new Set([
  'signIn',
  'signUp',
  'refreshSession',
  'changePassword',
]);

/** Conditions (@skip, @include) are not evaluated: two are too many even if one would be skipped. */
export const oncePerOperation = (document: DocumentNode): Refused | null =>
  operationsOf(document).some(
    (operation) =>
      measure(document, operation, mosaicLimits.selections).rootFields.filter((name) => sensitiveRootFields.has(name))
        .length > 1,
  )
    ? Refused.as('ONE_PER_OPERATION')
    : null;
