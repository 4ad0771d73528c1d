// Root fields that change rooms and what is said in them.
import { payload } from '@mosaic/kernel/subgraph/graphql-types';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { addRoomMember } from '../use-cases/add-room-member.js';
import { addReaction, removeReaction } from '../use-cases/change-reaction.js';
import { createRoom } from '../use-cases/create-room.js';
import { leaveRoom } from '../use-cases/leave-room.js';
import { markRoomRead } from '../use-cases/mark-room-read.js';
import { openDirectRoom } from '../use-cases/open-direct-room.js';
import { removeRoomMember } from '../use-cases/remove-room-member.js';
import { renameRoom } from '../use-cases/rename-room.js';
import { sendMessage } from '../use-cases/send-message.js';
import { setTyping } from '../use-cases/set-typing.js';
import { askerOf, type ContentContext } from './context.js';
import {
  AddReactionInput,
  AddReactionPayload,
  AddRoomMemberInput,
  AddRoomMemberPayload,
  CreateRoomInput,
  CreateRoomPayload,
  LeaveRoomInput,
  LeaveRoomPayload,
  MarkRoomReadInput,
  MarkRoomReadPayload,
  OpenDirectRoomInput,
  OpenDirectRoomPayload,
  RemoveReactionInput,
  RemoveReactionPayload,
  RemoveRoomMemberInput,
  RemoveRoomMemberPayload,
  RenameRoomInput,
  RenameRoomPayload,
  SendMessageInput,
  SendMessagePayload,
  SetTypingInput,
  SetTypingPayload,
} from './types/room-inputs.js';

@Resolver()
export class RoomMutations {
  @Mutation(() => OpenDirectRoomPayload, {
    description: 'The one room of the viewer and another person, opened when it is not there yet. Refuses BAD_INPUT.',
  })
  async openDirectRoom(
    @Arg('input', () => OpenDirectRoomInput, { description: 'With whom.' }) input: OpenDirectRoomInput,
    @Ctx() context: ContentContext,
  ) {
    return payload('room', await openDirectRoom(context.rooms, askerOf(context), input));
  }

  @Mutation(() => CreateRoomPayload, {
    description: 'Opens a group owned by the viewer. Refuses BAD_INPUT, TOO_MANY, IDEMPOTENCY_KEY_REUSED.',
  })
  async createRoom(
    @Arg('input', () => CreateRoomInput, { description: 'The group.' }) input: CreateRoomInput,
    @Ctx() context: ContentContext,
  ) {
    return payload('room', await createRoom(context.rooms, askerOf(context), input));
  }

  @Mutation(() => AddRoomMemberPayload, {
    description:
      'Lets somebody into a group, for its owners. Refuses NOT_FOUND, NOT_ROOM_OWNER, ROOM_IS_DIRECT, ALREADY_MEMBER, ROOM_IS_FULL, BAD_INPUT.',
  })
  async addRoomMember(
    @Arg('input', () => AddRoomMemberInput, { description: 'Who and where.' }) input: AddRoomMemberInput,
    @Ctx() context: ContentContext,
  ) {
    return payload('room', await addRoomMember(context.rooms, askerOf(context), input));
  }

  @Mutation(() => RemoveRoomMemberPayload, {
    description:
      'Removes somebody from a group, for its owners; from then on they hear and see nothing of it. Refuses NOT_FOUND, NOT_ROOM_OWNER, ROOM_IS_DIRECT, NOT_A_MEMBER, BAD_INPUT.',
  })
  async removeRoomMember(
    @Arg('input', () => RemoveRoomMemberInput, { description: 'Who and where.' }) input: RemoveRoomMemberInput,
    @Ctx() context: ContentContext,
  ) {
    return payload('room', await removeRoomMember(context.rooms, askerOf(context), input));
  }

  @Mutation(() => LeaveRoomPayload, {
    description:
      'The viewer leaves a group; when they were its last owner, the member who has been there longest owns it. Refuses NOT_FOUND, ROOM_IS_DIRECT.',
  })
  async leaveRoom(
    @Arg('input', () => LeaveRoomInput, { description: 'Which one.' }) input: LeaveRoomInput,
    @Ctx() context: ContentContext,
  ) {
    return payload('roomId', await leaveRoom(context.rooms, askerOf(context), input));
  }

  @Mutation(() => RenameRoomPayload, {
    description:
      'Gives a group another title, for its owners. Refuses NOT_FOUND, NOT_ROOM_OWNER, ROOM_IS_DIRECT, BAD_INPUT.',
  })
  async renameRoom(
    @Arg('input', () => RenameRoomInput, { description: 'The title.' }) input: RenameRoomInput,
    @Ctx() context: ContentContext,
  ) {
    return payload('room', await renameRoom(context.rooms, askerOf(context), input));
  }

  @Mutation(() => SendMessagePayload, {
    description:
      'Says something in a room of the viewer. Refuses NOT_FOUND, BAD_INPUT, TOO_MANY, IDEMPOTENCY_KEY_REUSED.',
  })
  async sendMessage(
    @Arg('input', () => SendMessageInput, { description: 'What and where.' }) input: SendMessageInput,
    @Ctx() context: ContentContext,
  ) {
    return payload('message', await sendMessage(context.rooms, askerOf(context), input));
  }

  @Mutation(() => AddReactionPayload, {
    description:
      'Reacts to a message; again with the same emoji changes nothing. At most 50 different emoji stand on a message. Refuses NOT_FOUND, BAD_INPUT, TOO_MANY.',
  })
  async addReaction(
    @Arg('input', () => AddReactionInput, { description: 'The reaction.' }) input: AddReactionInput,
    @Ctx() context: ContentContext,
  ) {
    return payload('message', await addReaction(context.rooms, askerOf(context), input));
  }

  @Mutation(() => RemoveReactionPayload, {
    description: 'Takes a reaction of the viewer back; without one it changes nothing. Refuses NOT_FOUND, BAD_INPUT.',
  })
  async removeReaction(
    @Arg('input', () => RemoveReactionInput, { description: 'The reaction.' }) input: RemoveReactionInput,
    @Ctx() context: ContentContext,
  ) {
    return payload('message', await removeReaction(context.rooms, askerOf(context), input));
  }

  @Mutation(() => MarkRoomReadPayload, {
    description: 'Moves the read marker of the viewer forward; it never goes back. Refuses NOT_FOUND.',
  })
  async markRoomRead(
    @Arg('input', () => MarkRoomReadInput, { description: 'How far.' }) input: MarkRoomReadInput,
    @Ctx() context: ContentContext,
  ) {
    return payload('room', await markRoomRead(context.rooms, askerOf(context), input));
  }

  @Mutation(() => SetTypingPayload, {
    description: 'Tells the others in a room that the viewer types. Refuses NOT_FOUND.',
  })
  async setTyping(
    @Arg('input', () => SetTypingInput, { description: 'Whether.' }) input: SetTypingInput,
    @Ctx() context: ContentContext,
  ) {
    return payload('room', await setTyping(context.rooms, askerOf(context), input));
  }
}
