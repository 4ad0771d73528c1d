// The claims among an order's that are ours; the others are of other subgraphs.
import { type Id, isIdOf } from '@mosaic/kernel/values/ids';

/** Each once. */
export const enrollmentIds = (claimIds: readonly string[]): Id<'Enrollment'>[] =>
  [...new Set(claimIds)].filter((id): id is Id<'Enrollment'> => isIdOf('Enrollment', id));
