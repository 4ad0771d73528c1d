// Inputs and payloads of what can be done with media.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { GraphQLSafeInt, GraphQLUUID } from 'graphql-scalars';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Media } from '../../domain/media.js';
import { MediaComment } from '../../domain/media-comment.js';
import type { Purpose } from '../../domain/purposes.js';
import { MediaPurposeEnum } from './media-types.js';
import { payloadType } from './payload-type.js';

@ObjectType('UploadTicket', { description: 'The right to upload one file once, by PUT.' })
export class UploadTicketType {
  @Field(() => String, {
    description:
      'Path on the origin of the graph: PUT the bytes there; 201 answers {mediaId, status}. It is the right itself: keep it secret.',
  })
  uploadUrl: string;

  @Field(() => DateTime, { description: 'Until when the upload must begin.' })
  expiresAt: Date;

  @Field(() => GraphQLSafeInt, { description: 'How many bytes the file may have.' })
  maxBytes: number;
}

export const CreateUploadTicketPayload = payloadType('CreateUploadTicket', 'ticket', {
  type: () => UploadTicketType,
  description: 'The ticket.',
});
export const SetAvatarPayload = payloadType('SetAvatar', 'media', {
  type: () => Media,
  description: 'What stands for the viewer now.',
});
export const DeleteMediaPayload = payloadType('DeleteMedia', 'deletedMediaId', {
  type: () => ID,
  description: 'Id of what is gone.',
});
export const AddMediaCommentPayload = payloadType('AddMediaComment', 'comment', {
  type: () => MediaComment,
  description: 'The comment; the first one when it was added before.',
});
export const DeleteMediaCommentPayload = payloadType('DeleteMediaComment', 'deletedCommentId', {
  type: () => ID,
  description: 'Id of what is gone.',
});

@InputType({ description: 'A file that is about to be uploaded.' })
export class CreateUploadTicketInput {
  @Field(() => MediaPurposeEnum, { description: 'What it is for.' })
  purpose: Purpose;

  @Field(() => String, { description: 'Its name; the extension must be true. Shown to the owner alone.' })
  fileName: string;

  @Field(() => GraphQLSafeInt, { description: 'How many bytes it has, at most 10,485,760 but for videos.' })
  byteLength: number;
}

@InputType({ description: 'The picture that stands for the viewer.' })
export class SetAvatarInput {
  @Field(() => ID, { description: 'A medium of the viewer, uploaded as AVATAR.' })
  mediaId: string;
}

@InputType({ description: 'What to delete.' })
export class DeleteMediaInput {
  @Field(() => ID, { description: 'A medium of the viewer.' })
  mediaId: string;
}

@InputType({ description: 'Something to say about a medium.' })
export class AddMediaCommentInput {
  @Field(() => GraphQLUUID, { description: 'A UUID for this one comment; retry with the same.' })
  idempotencyKey: string;

  @Field(() => ID, { description: 'The medium.' })
  mediaId: string;

  @Field(() => String, { description: '1 to 2,000 characters.' })
  body: string;

  @Field(() => String, {
    nullable: true,
    description: 'The grant of the attachment by which the viewer sees the medium, when they see it in no other way.',
  })
  grant?: string | null;
}

@InputType({ description: 'Which comment to delete.' })
export class DeleteMediaCommentInput {
  @Field(() => ID, { description: 'A comment of the viewer, or on a medium of theirs.' })
  commentId: string;
}
