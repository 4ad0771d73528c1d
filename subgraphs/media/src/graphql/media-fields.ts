// Fields of media and comments. Who holds a Media here may see it: that was decided where it was loaded.
import type { Connection } from '@mosaic/kernel/paging/page';
import { ConnectionArgs } from '@mosaic/kernel/subgraph/graphql-types';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { may } from '../access.js';
import { createdKey } from '../data/readers/read-media.js';
import { Media, type MediaFile, ORIGINAL } from '../domain/media.js';
import { MediaComment } from '../domain/media-comment.js';
import { User } from '../domain/user.js';
import { connect } from './connect.js';
import type { MediaContext } from './context.js';
import { MediaCommentConnection, MediaExifType, MediaStatusEnum, MediaVariantType } from './types/media-types.js';

function urlOf(media: Media, { name }: MediaFile, { asker, rooms }: MediaContext): string {
  if (name === ORIGINAL) return `/media/${media.id}/${ORIGINAL}`;
  if (may.seeAsStranger(media)) return `/media/public/${media.id}/${name}`;
  return rooms.links.link(media.id, name, asker?.id ?? null, rooms.clock.now());
}

/** What is shown where nothing says which variant: of a picture the middle one. */
const mainFile = ({ files }: Media): MediaFile | undefined =>
  files.find(({ name }) => name === 'medium') ?? files.find(({ name }) => name !== ORIGINAL);

@Resolver(() => Media)
export class MediaFields {
  @FieldResolver(() => MediaStatusEnum, { description: 'How far it is.' })
  status(): 'READY' {
    return 'READY';
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who uploaded it. For everybody who is signed in.' })
  owner(@Root() { ownerId }: Media, @Ctx() { asker }: MediaContext): User | null {
    return asker && new User(ownerId);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The name of the file. For the owner alone.' })
  fileName(@Root() media: Media, @Ctx() { asker }: MediaContext): string | null {
    return may.own(asker, media) ? media.fileName : null;
  }

  @FieldResolver(() => [MediaVariantType], { description: 'Its forms: at most 6.' })
  variants(@Root() media: Media, @Ctx() context: MediaContext): MediaVariantType[] {
    return media.files
      .filter(({ name }) => name !== ORIGINAL || may.own(context.asker, media))
      .map((file) => ({ ...file, url: urlOf(media, file, context) }));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The medium picture, the document or the video: the `url` of that variant.',
  })
  url(@Root() media: Media, @Ctx() context: MediaContext): string | null {
    const file = mainFile(media);
    return file ? urlOf(media, file, context) : null;
  }

  @FieldResolver(() => MediaExifType, {
    nullable: true,
    description: 'What the original said of itself; null when nothing.',
  })
  exif(@Root() media: Media, @Ctx() { asker }: MediaContext): MediaExifType | null {
    return media.exif && { ...media.exif, location: may.own(asker, media) ? media.exif.location : null };
  }

  @FieldResolver(() => MediaCommentConnection, {
    nullable: true,
    description: 'What was said about it, the oldest first. For who is signed in and sees the medium; null otherwise.',
  })
  async comments(
    @Root() media: Media,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() { asker, rooms }: MediaContext,
  ): Promise<Connection<MediaComment> | null> {
    const { read, seal } = rooms;
    if (!asker) return null;
    return connect(seal, asker, `comments ${media.id}`, page, createdKey, (at) => read.commentsOf(asker, media, at));
  }
}

@Resolver(() => MediaComment)
export class MediaCommentFields {
  @FieldResolver(() => User, { nullable: true, description: 'Who said it.' })
  author(@Root() { authorId }: MediaComment): User {
    return new User(authorId);
  }

  @FieldResolver(() => Media, { nullable: true, description: 'What it is about.' })
  media(@Root() { mediaId }: MediaComment, @Ctx() { load }: MediaContext): Promise<Media | null> {
    return load.media.load(mediaId);
  }
}
