// How an Offering is stored.
import { EntitySchema } from '@mikro-orm/core';
import { Offering } from '../../domain/offering.js';
import { flag, idColumn, instant, integer, minorUnits, text } from './columns.js';

export const OfferingRecord = new EntitySchema<Offering>({
  class: Offering,
  tableName: 'offerings',
  properties: {
    id: { ...idColumn, primary: true },
    coachUserId: idColumn,
    name: text,
    minutes: integer,
    bufferBeforeMinutes: integer,
    bufferAfterMinutes: integer,
    startEveryMinutes: integer,
    noticeMinutes: integer,
    horizonDays: integer,
    priceMinor: minorUnits,
    currency: text,
    requiresConfirmation: flag,
    isArchived: flag,
    version: integer,
    createdAt: instant,
  },
});
