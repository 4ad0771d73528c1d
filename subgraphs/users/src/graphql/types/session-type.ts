// Session as its owner sees it; nobody else can reach one.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';
import { Node } from '@mosaic/kernel/subgraph/node';
import { entities } from '@mosaic/schema/entities';
import { ID } from 'type-graphql';
import { Session } from '../../domain/session.js';

describeType(Session, 'Session', {
  description: entities.Session.description,
  implements: [Node],
  directives: ['@key(fields: "id")'],
  fields: {
    id: [() => ID, 'Opaque global id.'],
    device: [() => String, 'What the device was called at sign-in.'],
    createdAt: [() => DateTime, 'When the person signed in.'],
    lastSeenAt: [() => DateTime, 'When the session was last refreshed.'],
  },
});
