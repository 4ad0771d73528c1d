// Applies a reaction in a unit of work of its own, together with its inbox row.
import type { ApplyOnce } from '@mosaic/kernel/outbox/source';
import type { Transact, Unit } from '../data/unit-of-work.js';

export const applyOnceIn =
  (transact: Transact): ApplyOnce<Unit> =>
  (reaction, eventId, effect) =>
    transact(async (unit) => {
      if (!(await unit.recordApplied(reaction, eventId))) return false;
      await effect(unit);
      return true;
    });
