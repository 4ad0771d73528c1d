// What this subgraph adds to things of others: a person's picture and albums, what hangs on something, the dashboard's counts.
import type { Connection } from '@mosaic/kernel/paging/page';
import { ConnectionArgs } from '@mosaic/kernel/subgraph/graphql-types';
import { periodOf } from '@mosaic/schema/period';
import { AdminDashboard } from '@mosaic/schema/types/admin-dashboard';
import { Attachment } from '@mosaic/schema/types/attachment';
import { GraphQLSafeInt } from 'graphql-scalars';
import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { createdKey } from '../data/readers/read-media.js';
import type { Album } from '../domain/album.js';
import { Media } from '../domain/media.js';
import { User } from '../domain/user.js';
import { mediaByGrant } from '../use-cases/open-grant.js';
import { connect } from './connect.js';
import type { MediaContext } from './context.js';
import { AlbumConnection } from './types/media-types.js';

@Resolver(() => User)
export class UserFields {
  @FieldResolver(() => Media, {
    nullable: true,
    description: 'The picture that stands for the person. For everybody who is signed in.',
  })
  avatar(@Root() { id }: User, @Ctx() { load }: MediaContext): Promise<Media | null> {
    return load.avatar.load(id);
  }

  @FieldResolver(() => AlbumConnection, {
    nullable: true,
    description: 'The person’s own albums, the newest first. For the person alone; null for everybody else.',
  })
  async albums(
    @Root() user: User,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() { asker, rooms }: MediaContext,
  ): Promise<Connection<Album> | null> {
    if (asker?.id !== user.id) return null;
    return connect(rooms.seal, asker, 'own albums', page, createdKey, (at) => rooms.read.albumsOf(asker, at, false));
  }
}

@Resolver(() => Attachment)
export class AttachmentFields {
  @FieldResolver(() => Media, {
    nullable: true,
    description: 'What hangs here; null when its owner deleted it, or when the grant is not for this viewer.',
  })
  media(@Root() { grant }: Attachment, @Ctx() { asker, load, rooms }: MediaContext): Promise<Media | null> {
    return mediaByGrant(rooms, asker, grant, (id) => load.grantedMedia.load(id));
  }
}

@Resolver(() => AdminDashboard)
export class AdminDashboardFields {
  @FieldResolver(() => Int, { nullable: true, description: 'Media that were uploaded in the period and still exist.' })
  async uploadCount(@Root() dashboard: AdminDashboard, @Ctx() context: MediaContext): Promise<number | null> {
    return (await uploadsOf(dashboard, context))?.count ?? null;
  }

  @FieldResolver(() => GraphQLSafeInt, { nullable: true, description: 'The bytes of their originals.' })
  async uploadBytes(@Root() dashboard: AdminDashboard, @Ctx() context: MediaContext): Promise<number | null> {
    return (await uploadsOf(dashboard, context))?.bytes ?? null;
  }
}

async function uploadsOf(dashboard: AdminDashboard, { asker, rooms }: MediaContext) {
  const period = periodOf(dashboard);
  return period && asker && rooms.read.uploadsIn(asker, period);
}
