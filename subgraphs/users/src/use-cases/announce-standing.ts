// Tells the other subgraphs where somebody stands as a coach, in the commit that changed it.
import { announce } from '@mosaic/kernel/outbox/event';
import { coachStandingChanged } from '@mosaic/schema/events/users';
import type { Unit } from '../data/unit-of-work.js';
import type { Coach } from '../domain/coach.js';
import { effectiveStanding } from '../domain/coach-profile.js';
import type { User } from '../domain/user.js';

export function announceStanding(unit: Unit, coach: Coach, user: User): void {
  const { id: coachId, userId, timeZone } = coach;
  const standing = effectiveStanding(coach, user);
  unit.announce(announce(coachStandingChanged, coachId, { coachId, userId, standing, timeZone }, unit.now));
}
