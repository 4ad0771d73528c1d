// Fields of albums.
import { type Connection, connectionOf, type Page, readPage } from '@mosaic/kernel/paging/page';
import { ConnectionArgs } from '@mosaic/kernel/subgraph/graphql-types';
import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { may } from '../access.js';
import { Album } from '../domain/album.js';
import { Media } from '../domain/media.js';
import { User } from '../domain/user.js';
import { askerOf, type MediaContext } from './context.js';
import { MediaConnection } from './types/media-types.js';

interface Item {
  readonly id: string;
  readonly at: number;
}

/** The items of a page: a cursor is an item, wherever it stands now, or its old place when it is gone. */
function pageOf(items: readonly Item[], { after, before, direction, size }: Page): Item[] {
  const placeOf = ([at, id]: readonly (string | number)[], gone: number): number => {
    const now = items.findIndex((item) => item.id === id);
    return now === -1 ? Number(at) + gone : now;
  };
  const from = after ? placeOf(after, -1) + 1 : 0;
  const to = before ? placeOf(before, 0) : items.length;
  const within = items.slice(from, Math.max(from, to));
  return direction === 'forward' ? within.slice(0, size + 1) : within.slice(-size - 1);
}

@Resolver(() => Album)
export class AlbumFields {
  @FieldResolver(() => User, { nullable: true, description: 'Whose it is.' })
  owner(@Root() { ownerId }: Album): User {
    return new User(ownerId);
  }

  @FieldResolver(() => Int, { description: 'How many media are in it.' })
  mediaCount(@Root() { mediaIds }: Album): number {
    return mediaIds.length;
  }

  @FieldResolver(() => MediaConnection, { description: 'What is in it, in its order.' })
  async media(
    @Root() album: Album,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: MediaContext,
  ): Promise<Connection<Media>> {
    const { rooms, load } = context;
    const page = readPage(rooms.seal, `album ${album.id}:${askerOf(context).id}`, args);
    const items = pageOf(
      album.mediaIds.map((id, at) => ({ id, at })),
      page,
    );
    const { edges, pageInfo } = connectionOf(rooms.seal, page, items, ({ id, at }) => [at, id]);
    const found = await Promise.all(edges.map(({ node }) => load.media.load(node.id)));
    const kept = edges.flatMap(({ cursor }, at) => {
      const node = found[at];
      return node ? [{ node, cursor }] : []; // deleted between two reads
    });
    return { edges: kept, pageInfo };
  }

  @FieldResolver(() => [User], {
    nullable: true,
    description: 'Whom it is shared with one by one: at most 200. For the owner alone.',
  })
  sharedWith(@Root() album: Album, @Ctx() { asker }: MediaContext): User[] | null {
    return may.own(asker, album) ? album.userIds.map((id) => new User(id)) : null;
  }
}
