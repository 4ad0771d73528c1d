// Somebody has another name: their certificates show that one from now on.
import type { Reaction } from '@mosaic/kernel/outbox/source';
import { profileChanged } from '@mosaic/schema/events/users';
import type { Unit } from '../data/unit-of-work.js';
import { knowPerson } from './know-person.js';

export const onProfileChanged: Reaction<Unit> = { on: profileChanged, name: 'know who changed', react: knowPerson };
