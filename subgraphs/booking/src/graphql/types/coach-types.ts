// Coach, as this subgraph extends it, and what can be booked of them.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';
import { Node } from '@mosaic/kernel/subgraph/node';
import { entities } from '@mosaic/schema/entities';
import { ID, Int } from 'type-graphql';
import { Coach } from '../../domain/coach.js';
import { Offering } from '../../domain/offering.js';

describeType(Coach, 'Coach', {
  description: entities.Coach.description,
  implements: [Node],
  directives: ['@key(fields: "id")'],
  fields: { id: [() => ID, 'Opaque global id.'] },
});

describeType(Offering, 'Offering', {
  description: entities.Offering.description,
  implements: [Node],
  directives: ['@key(fields: "id")'],
  fields: {
    id: [() => ID, 'Opaque global id.'],
    name: [() => String, 'What it is called: 1 to 120 characters on one line.'],
    minutes: [() => Int, 'How long it takes.'],
    bufferBeforeMinutes: [() => Int, 'How long before it the coach keeps free.'],
    bufferAfterMinutes: [() => Int, 'How long after it the coach keeps free.'],
    startEveryMinutes: [() => Int, 'Slots begin at the beginning of a rule, and every so many minutes after it.'],
    noticeMinutes: [() => Int, 'A slot can be booked until so many minutes before it begins.'],
    horizonDays: [() => Int, 'A slot can be booked from so many days before it begins.'],
    isArchived: [() => Boolean, 'Whether it can no longer be booked.'],
    version: [() => Int, 'Grows with every change; name it in `expectedVersion` when changing it.'],
    createdAt: [() => DateTime, 'When it was made.'],
  },
});
