// Rooms, members and messages, as the graph shows them.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';
import { connectionType, enumOf } from '@mosaic/kernel/subgraph/graphql-types';
import { Node } from '@mosaic/kernel/subgraph/node';
import { entities } from '@mosaic/schema/entities';
import { ID, Int } from 'type-graphql';
import { Message } from '../../domain/message.js';
import { ReactionCount } from '../../domain/reaction.js';
import { Room } from '../../domain/room.js';
import { RoomMember } from '../../domain/room-member.js';

export const RoomKindEnum = enumOf('RoomKind', 'Who a room is for.', {
  DIRECT: 'Two people; there is exactly one such room for each two.',
  GROUP: 'Any people, with owners and a title.',
});

export const RoomRoleEnum = enumOf('RoomRole', 'What a member may do in a room.', {
  OWNER: 'May rename the group and change who is in it.',
  MEMBER: 'May read and write.',
});

const keyed = { implements: [Node], directives: ['@key(fields: "id")'] };

describeType(Room, 'Room', {
  ...keyed,
  description: entities.Room.description,
  fields: {
    id: [() => ID, 'Opaque global id.'],
    kind: [() => RoomKindEnum, 'Two people, or a group.'],
    title: [() => String, 'The name of a group; null for a direct room.', { nullable: true }],
    createdAt: [() => DateTime, 'When it was opened.'],
    activeAt: [() => DateTime, 'When something last happened in it.'],
  },
});

describeType(RoomMember, 'RoomMember', {
  description: 'Somebody in a room.',
  fields: {
    role: [() => RoomRoleEnum, 'What they may do there.'],
    joinedAt: [() => DateTime, 'Since when they are in it.'],
    readUpTo: [() => Int, 'The `seq` up to which they have read.'],
  },
});

describeType(Message, 'Message', {
  ...keyed,
  description: entities.Message.description,
  fields: {
    id: [() => ID, 'Opaque global id.'],
    seq: [() => Int, 'Its position in the log of the room; later messages have greater ones.'],
    clientMessageId: [() => ID, 'The name its sender gave it.'],
    body: [() => String, 'What was said: 1 to 4000 characters of plain text.'],
    sentAt: [() => DateTime, 'When it was said.'],
  },
});

describeType(ReactionCount, 'ReactionCount', {
  description: 'How often one emoji stands on a message.',
  fields: {
    emoji: [() => String, 'The emoji, in its one spelling.'],
    count: [() => Int, 'How many people put it there.'],
    viewerHasReacted: [() => Boolean, 'Whether the viewer is one of them.'],
  },
});

export const RoomConnection = connectionType('Room', Room);
export const RoomMemberConnection = connectionType('RoomMember', RoomMember);
export const MessageConnection = connectionType('Message', Message);
