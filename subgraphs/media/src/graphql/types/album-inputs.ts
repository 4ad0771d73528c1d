// Inputs and payloads of what can be done with albums.
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { Album, MOST_ITEMS } from '../../domain/album.js';
import { payloadType } from './payload-type.js';

const theAlbum = { type: () => Album, description: 'The album, as it is now.' };
export const CreateAlbumPayload = payloadType('CreateAlbum', 'album', theAlbum);
export const UpdateAlbumPayload = payloadType('UpdateAlbum', 'album', theAlbum);
export const AddToAlbumPayload = payloadType('AddToAlbum', 'album', theAlbum);
export const RemoveFromAlbumPayload = payloadType('RemoveFromAlbum', 'album', theAlbum);
export const ReorderAlbumPayload = payloadType('ReorderAlbum', 'album', theAlbum);
export const ShareAlbumPayload = payloadType('ShareAlbum', 'album', theAlbum);
export const UnshareAlbumPayload = payloadType('UnshareAlbum', 'album', theAlbum);
export const DeleteAlbumPayload = payloadType('DeleteAlbum', 'deletedAlbumId', {
  type: () => ID,
  description: 'Id of what is gone.',
});

const ALBUM = 'An album of the viewer.';
const SHARED_AT_ONCE = 100;

@InputType({ description: 'A new album.' })
export class CreateAlbumInput {
  @Field(() => GraphQLUUID, { description: 'A UUID for this one album; retry with the same.' })
  idempotencyKey: string;

  @Field(() => String, { description: 'What it is called: 1 to 100 characters.' })
  title: string;
}

@InputType({ description: 'Another title for an album.' })
export class UpdateAlbumInput {
  @Field(() => ID, { description: ALBUM })
  albumId: string;

  @Field(() => String, { description: 'What it is called: 1 to 100 characters.' })
  title: string;
}

@InputType({ description: 'What to put into an album.' })
export class AddToAlbumInput {
  @Field(() => ID, { description: ALBUM })
  albumId: string;

  @Field(() => ID, { description: 'A medium of the viewer.' })
  mediaId: string;
}

@InputType({ description: 'What to take out of an album.' })
export class RemoveFromAlbumInput {
  @Field(() => ID, { description: ALBUM })
  albumId: string;

  @Field(() => ID, { description: 'The medium.' })
  mediaId: string;
}

@InputType({ description: 'Another order for an album.' })
export class ReorderAlbumInput {
  @Field(() => ID, { description: ALBUM })
  albumId: string;

  @Field(() => [ID], { description: 'Every medium of the album once, in the new order; at most 500.' })
  @ArrayMaxSize(MOST_ITEMS)
  mediaIds: string[];
}

@InputType({ description: 'Whom to share an album with.' })
export class ShareAlbumInput {
  @Field(() => ID, { description: ALBUM })
  albumId: string;

  @Field(() => [ID], { nullable: true, description: 'People; at most 100 at once.' })
  @IsOptional()
  @ArrayMaxSize(SHARED_AT_ONCE)
  userIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'An event the viewer belongs to: its people see the album.' })
  eventId?: string | null;
}

@InputType({ description: 'Whom not to share an album with any more.' })
export class UnshareAlbumInput {
  @Field(() => ID, { description: ALBUM })
  albumId: string;

  @Field(() => [ID], { nullable: true, description: 'People; at most 100 at once.' })
  @IsOptional()
  @ArrayMaxSize(SHARED_AT_ONCE)
  userIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'An event.' })
  eventId?: string | null;
}

@InputType({ description: 'Which album to delete.' })
export class DeleteAlbumInput {
  @Field(() => ID, { description: ALBUM })
  albumId: string;
}
