// Inputs and payloads of what can be done in and with rooms.
import { GraphQLUUID } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { Message } from '../../domain/message.js';
import { Room } from '../../domain/room.js';
import { payloadType } from './payload-type.js';

const theRoom = { type: () => Room, description: 'The room, as it is now.' };

export const OpenDirectRoomPayload = payloadType('OpenDirectRoom', 'room', theRoom);
export const CreateRoomPayload = payloadType('CreateRoom', 'room', theRoom);
export const AddRoomMemberPayload = payloadType('AddRoomMember', 'room', theRoom);
export const RemoveRoomMemberPayload = payloadType('RemoveRoomMember', 'room', theRoom);
export const RenameRoomPayload = payloadType('RenameRoom', 'room', theRoom);
export const MarkRoomReadPayload = payloadType('MarkRoomRead', 'room', theRoom);
export const SetTypingPayload = payloadType('SetTyping', 'room', theRoom);
export const LeaveRoomPayload = payloadType('LeaveRoom', 'roomId', {
  type: () => ID,
  description: 'The room that was left.',
});
export const SendMessagePayload = payloadType('SendMessage', 'message', {
  type: () => Message,
  description: 'The message; the first one when it was sent before.',
});

@InputType({ description: 'With whom.' })
export class OpenDirectRoomInput {
  @Field(() => ID, { description: 'The other person.' })
  userId: string;
}

@InputType({ description: 'A new group.' })
export class CreateRoomInput {
  @Field(() => GraphQLUUID, { description: 'A UUID for this one wish; retry with the same.' })
  idempotencyKey: string;

  @Field(() => String, { description: 'Its name: 1 to 120 characters on one line.' })
  title: string;

  @Field(() => [ID], { description: 'Who is in it beside the viewer: at most 50 people.' })
  memberIds: string[];
}

@InputType({ description: 'Who comes into which room.' })
export class AddRoomMemberInput {
  @Field(() => ID, { description: 'The room.' })
  roomId: string;

  @Field(() => ID, { description: 'The person.' })
  userId: string;
}

@InputType({ description: 'Who goes out of which room.' })
export class RemoveRoomMemberInput {
  @Field(() => ID, { description: 'The room.' })
  roomId: string;

  @Field(() => ID, { description: 'The person.' })
  userId: string;
}

@InputType({ description: 'Which room to leave.' })
export class LeaveRoomInput {
  @Field(() => ID, { description: 'The room.' })
  roomId: string;
}

@InputType({ description: 'Another name for a group.' })
export class RenameRoomInput {
  @Field(() => ID, { description: 'The room.' })
  roomId: string;

  @Field(() => String, { description: 'Its new name: 1 to 120 characters on one line.' })
  title: string;
}

export const AddReactionPayload = payloadType('AddReaction', 'message', {
  type: () => Message,
  description: 'The message, as it is now.',
});
export const RemoveReactionPayload = payloadType('RemoveReaction', 'message', {
  type: () => Message,
  description: 'The message, as it is now.',
});

@InputType({ description: 'What to put on which message.' })
export class AddReactionInput {
  @Field(() => ID, { description: 'The message.' })
  messageId: string;

  @Field(() => String, { description: 'Exactly one emoji.' })
  emoji: string;
}

@InputType({ description: 'What to take off which message.' })
export class RemoveReactionInput {
  @Field(() => ID, { description: 'The message.' })
  messageId: string;

  @Field(() => String, { description: 'Exactly one emoji.' })
  emoji: string;
}

@InputType({ description: 'What to say where.' })
export class SendMessageInput {
  @Field(() => ID, { description: 'The room.' })
  roomId: string;

  @Field(() => GraphQLUUID, { description: 'The sender’s own UUID for this message; retry with the same.' })
  clientMessageId: string;

  @Field(() => String, { description: 'Plain text, 1 to 4000 characters.' })
  body: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The message it answers: one of the same room that answers none itself.',
  })
  parentId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Media of the sender that go with it: at most 10.' })
  mediaIds?: string[] | null;
}

@InputType({ description: 'How far a room was read.' })
export class MarkRoomReadInput {
  @Field(() => ID, { description: 'The room.' })
  roomId: string;

  @Field(() => ID, { description: 'The last message that was read.' })
  upTo: string;
}

@InputType({ description: 'Whether the viewer is typing.' })
export class SetTypingInput {
  @Field(() => ID, { description: 'The room.' })
  roomId: string;

  @Field(() => Boolean, { description: 'True while typing, again every few seconds; false when stopped.' })
  isTyping: boolean;
}
