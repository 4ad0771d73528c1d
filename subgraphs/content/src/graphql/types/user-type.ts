// User, as this subgraph extends it, and whether a person is there.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';
import { enumOf } from '@mosaic/kernel/subgraph/graphql-types';
import { Node } from '@mosaic/kernel/subgraph/node';
import { entities } from '@mosaic/schema/entities';
import { ID } from 'type-graphql';
import { Presence } from '../../domain/presence.js';
import { User } from '../../domain/user.js';

export const PresenceStatusEnum = enumOf('PresenceStatus', 'Whether somebody is there.', {
  ONLINE: 'At least one live connection.',
  OFFLINE: 'No live connection, for more than a moment.',
});

describeType(User, 'User', {
  implements: [Node],
  description: entities.User.description,
  directives: ['@key(fields: "id")'],
  fields: { id: [() => ID, 'Opaque global id.'] },
});

describeType(Presence, 'Presence', {
  description: 'Whether a person is there.',
  fields: {
    status: [() => PresenceStatusEnum, 'Whether the person has a live connection.'],
    lastSeenAt: [() => DateTime, 'When the person was last online; null when never.', { nullable: true }],
  },
});
