// Media, albums and comments, as the graph shows them.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';
import { connectionType, enumOf } from '@mosaic/kernel/subgraph/graphql-types';
import { Node } from '@mosaic/kernel/subgraph/node';
import { entities } from '@mosaic/schema/entities';
import { describeAdminDashboard } from '@mosaic/schema/types/admin-dashboard';
import { describeAttachment } from '@mosaic/schema/types/attachment';
import { GraphQLSafeInt } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Album } from '../../domain/album.js';
import { Media } from '../../domain/media.js';
import { MediaComment } from '../../domain/media-comment.js';
import { User } from '../../domain/user.js';

export const MediaPurposeEnum = enumOf(
  'MediaPurpose',
  'What a medium is uploaded for: it decides what may be uploaded and who sees it.',
  {
    AVATAR: 'A picture of a person, for everybody.',
    POST: 'Hangs on a post, for everybody: a picture or a document.',
    PRODUCT: 'A picture of something the shop sells, for everybody.',
    MESSAGE: 'Hangs on a message, for those who may see it: a picture or a document.',
    DOCUMENT: 'For its owner and whom they hand it to: a picture or a document.',
    ALBUM: 'A picture for its owner and those an album is shared with.',
    LESSON_VIDEO: 'A film of a lesson, by coaches, for those who may see the lesson.',
  },
);

export const MediaKindEnum = enumOf('MediaKind', 'What a medium is.', {
  IMAGE: 'A picture: jpg, png or gif.',
  DOCUMENT: 'A document: pdf.',
  VIDEO: 'A film: mp4 or webm.',
});

export const MediaStatusEnum = enumOf('MediaStatus', 'How far a medium is.', {
  READY: 'Every variant can be fetched: a medium comes into being when its upload is answered.',
});

const keyed = { implements: [Node], directives: ['@key(fields: "id")'] };
const id = [() => ID, 'Opaque global id.'] as const;
const createdAt = [() => DateTime, 'When it came into being.'] as const;
const pixels = (what: string) =>
  [() => Int, `${what} in pixels; null for what is no picture.`, { nullable: true }] as const;

describeType(Media, 'Media', {
  ...keyed,
  description: entities.Media.description,
  fields: {
    id,
    kind: [() => MediaKindEnum, 'What it is.'],
    purpose: [() => MediaPurposeEnum, 'What it was uploaded for.'],
    width: pixels('Width, upright,'),
    height: pixels('Height, upright,'),
    byteLength: [() => GraphQLSafeInt, 'Length of the original in bytes.'],
    commentCount: [() => Int, 'How many comments there are.'],
    createdAt,
  },
});

describeType(Album, 'Album', {
  ...keyed,
  description: entities.Album.description,
  fields: { id, title: [() => String, 'What it is called: 1 to 100 characters.'], createdAt },
});

describeType(MediaComment, 'MediaComment', {
  ...keyed,
  description: entities.MediaComment.description,
  fields: { id, body: [() => String, 'What was said: 1 to 2,000 characters.'], createdAt },
});

describeType(User, 'User', {
  description: entities.User.description,
  directives: ['@key(fields: "id")'],
  fields: { id },
});

export const Attachment = describeAttachment(true);
export const AdminDashboard = describeAdminDashboard();

@ObjectType('MediaVariant', { description: 'One form of a medium, ready to be fetched.' })
export class MediaVariantType {
  @Field(() => String, {
    description:
      'Pictures: small (256), medium (1024), large (2048 pixels at most), avatar64 and avatar256 (squares, of avatars alone); document, video; original, for the owner alone.',
  })
  name: string;

  @Field(() => String, { description: 'Media type of the bytes.' })
  contentType: string;

  @Field(() => Int, { nullable: true, description: 'Width in pixels; null for what is no picture.' })
  width: number | null;

  @Field(() => Int, { nullable: true, description: 'Height in pixels; null for what is no picture.' })
  height: number | null;

  @Field(() => GraphQLSafeInt, { description: 'Length in bytes.' })
  byteLength: number;

  @Field(() => String, {
    description:
      'Path on the origin of the graph. Of private media it is signed for the viewer and good for about ten minutes; the original needs the owner’s token.',
  })
  url: string;
}

@ObjectType('MediaLocation', { description: 'Where a picture was taken.' })
export class MediaLocationType {
  @Field(() => Float, { description: 'Degrees north, WGS 84.' })
  latitude: number;

  @Field(() => Float, { description: 'Degrees east, WGS 84.' })
  longitude: number;
}

@ObjectType('MediaExif', { description: 'What a picture’s original said of itself; no derived file says it any more.' })
export class MediaExifType {
  @Field(() => DateTime, { nullable: true, description: 'When it was taken, by the camera’s clock.' })
  takenAt: Date | null;

  @Field(() => String, { nullable: true, description: 'With what it was taken.' })
  camera: string | null;

  @Field(() => MediaLocationType, { nullable: true, description: 'Where it was taken. For the owner alone.' })
  location: MediaLocationType | null;
}

export const MediaConnection = connectionType('Media', Media);
export const AlbumConnection = connectionType('Album', Album);
export const MediaCommentConnection = connectionType('MediaComment', MediaComment);
