// Root fields that change media and what is said about them.
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import { payload } from '@mosaic/kernel/subgraph/graphql-types';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { addMediaComment, deleteMediaComment } from '../use-cases/comment-media.js';
import { createUploadTicket } from '../use-cases/create-upload-ticket.js';
import { deleteMedia } from '../use-cases/delete-media.js';
import { setAvatar } from '../use-cases/set-avatar.js';
import { askerOf, type MediaContext } from './context.js';
import {
  AddMediaCommentInput,
  AddMediaCommentPayload,
  CreateUploadTicketInput,
  CreateUploadTicketPayload,
  DeleteMediaCommentInput,
  DeleteMediaCommentPayload,
  DeleteMediaInput,
  DeleteMediaPayload,
  SetAvatarInput,
  SetAvatarPayload,
} from './types/upload-types.js';

@Resolver()
export class MediaMutations {
  @Mutation(() => CreateUploadTicketPayload, {
    description:
      'Asks to upload one file, and keeps its bytes free in the viewer’s quota. Refuses BAD_INPUT, FILE_TOO_LARGE, UNSUPPORTED_TYPE, NOT_A_COACH, QUOTA_EXCEEDED, TOO_MANY.',
  })
  async createUploadTicket(
    @Arg('input', () => CreateUploadTicketInput, { description: 'The file.' }) input: CreateUploadTicketInput,
    @Ctx() context: MediaContext,
  ) {
    const { rooms } = context;
    const ticket = await createUploadTicket(rooms, askerOf(context), input);
    if (isRefusal(ticket)) return payload('ticket', ticket);
    const { expiresAt, maxBytes } = ticket;
    return payload('ticket', { uploadUrl: `/media/uploads/${rooms.tickets.seal(ticket)}`, expiresAt, maxBytes });
  }

  @Mutation(() => SetAvatarPayload, {
    description: 'Chooses the picture that stands for the viewer. Refuses NOT_FOUND, NOT_A_PICTURE.',
  })
  async setAvatar(
    @Arg('input', () => SetAvatarInput, { description: 'The picture.' }) input: SetAvatarInput,
    @Ctx() context: MediaContext,
  ) {
    return payload('media', await setAvatar(context.rooms, askerOf(context), input));
  }

  @Mutation(() => DeleteMediaPayload, {
    description:
      'Deletes a medium of the viewer with its comments; whatever it hung on shows null in its place. Refuses NOT_FOUND.',
  })
  async deleteMedia(
    @Arg('input', () => DeleteMediaInput, { description: 'Which one.' }) input: DeleteMediaInput,
    @Ctx() context: MediaContext,
  ) {
    return payload('deletedMediaId', await deleteMedia(context.rooms, askerOf(context), input));
  }

  @Mutation(() => AddMediaCommentPayload, {
    description: 'Says something about a medium the viewer sees. Refuses NOT_FOUND, BAD_INPUT, IDEMPOTENCY_KEY_REUSED.',
  })
  async addMediaComment(
    @Arg('input', () => AddMediaCommentInput, { description: 'What to say.' }) input: AddMediaCommentInput,
    @Ctx() context: MediaContext,
  ) {
    return payload('comment', await addMediaComment(context.rooms, askerOf(context), input));
  }

  @Mutation(() => DeleteMediaCommentPayload, {
    description: 'Deletes a comment of the viewer, or one on their medium. Refuses NOT_FOUND.',
  })
  async deleteMediaComment(
    @Arg('input', () => DeleteMediaCommentInput, { description: 'Which one.' }) input: DeleteMediaCommentInput,
    @Ctx() context: MediaContext,
  ) {
    return payload('deletedCommentId', await deleteMediaComment(context.rooms, askerOf(context), input));
  }
}
