// Somebody new: their rooms can be found by their name from now on.
import type { Reaction } from '@mosaic/kernel/outbox/source';
import { userSignedUp } from '@mosaic/schema/events/users';
import type { Unit } from '../data/unit-of-work.js';
import { knowPerson } from './know-person.js';

export const onUserSignedUp: Reaction<Unit> = { on: userSignedUp, name: 'know who signed up', react: knowPerson };
