// Root fields that read.
import type { Connection } from '@mosaic/kernel/paging/page';
import { ConnectionArgs } from '@mosaic/kernel/subgraph/graphql-types';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { createdKey } from '../data/readers/read-media.js';
import { Album } from '../domain/album.js';
import { Media } from '../domain/media.js';
import { connect } from './connect.js';
import { askerOf, type MediaContext } from './context.js';
import { AlbumConnection, MediaConnection } from './types/media-types.js';

@Resolver()
export class Queries {
  @Query(() => Media, {
    nullable: true,
    description: 'A medium that is public, the viewer’s, or in an album shared with them; null for any other.',
  })
  media(
    @Arg('id', () => ID, { description: 'Id of the medium.' }) id: string,
    @Ctx() { load }: MediaContext,
  ): Promise<Media | null> {
    return load.media.load(id);
  }

  @Query(() => Album, {
    nullable: true,
    description: 'An album of the viewer, or shared with them; null for any other.',
  })
  async album(
    @Arg('id', () => ID, { description: 'Id of the album.' }) id: string,
    @Ctx() context: MediaContext,
  ): Promise<Album | null> {
    askerOf(context);
    return context.load.album.load(id);
  }

  @Query(() => MediaConnection, { description: 'What the viewer uploaded, the newest first.' })
  async myMedia(
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() context: MediaContext,
  ): Promise<Connection<Media>> {
    const asker = askerOf(context);
    const { read, seal } = context.rooms;
    return connect(seal, asker, 'my media', page, createdKey, (at) => read.mediaOf(asker, at));
  }

  @Query(() => AlbumConnection, {
    description: 'Albums of the viewer and those shared with them, the newest first.',
  })
  async albums(
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() context: MediaContext,
  ): Promise<Connection<Album>> {
    const asker = askerOf(context);
    const { read, seal } = context.rooms;
    return connect(seal, asker, 'albums', page, createdKey, (at) => read.albumsOf(asker, at, true));
  }
}
