// Somebody new: their certificates will show this name.
import type { Reaction } from '@mosaic/kernel/outbox/source';
import { userSignedUp } from '@mosaic/schema/events/users';
import type { Unit } from '../data/unit-of-work.js';
import { knowPerson } from './know-person.js';

export const onUserSignedUp: Reaction<Unit> = { on: userSignedUp, name: 'know who signed up', react: knowPerson };
