// A person with an account, as commerce extends one: by id alone.
import type { Id } from '@mosaic/kernel/values/ids';

export class User {
  constructor(readonly id: Id<'User'>) {}
}
