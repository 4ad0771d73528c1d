// Every collection of this subgraph, each under its own name. The bytes themselves are in GridFS (fs.files, fs.chunks).

import type { Stored } from '@mosaic/kernel/stores/mongo-stored';
import type { Connection, Model } from 'mongoose';
import type { Album } from '../../domain/album.js';
import type { Audience, CoachStanding } from '../../domain/audience.js';
import type { Media } from '../../domain/media.js';
import type { MediaComment } from '../../domain/media-comment.js';
import type { UploadTicket } from '../../domain/upload-ticket.js';
import { albumSchema, audienceSchema, coachStandingSchema } from './album-records.js';
import { type AvatarRecord, avatarSchema, mediaCommentSchema, mediaSchema } from './media-records.js';
import {
  type LooseFileRecord,
  looseFileSchema,
  type UsageRecord,
  uploadTicketSchema,
  usageSchema,
} from './upload-records.js';

export type Collection<R> = Model<R>;

export function collectionsOf(connection: Connection) {
  const collection = <R>(name: string, schema: object): Collection<R> =>
    connection.model(name, schema as never, name) as unknown as Collection<R>;
  return {
    media: collection<Stored<Media>>('media', mediaSchema),
    comments: collection<Stored<MediaComment>>('media_comments', mediaCommentSchema),
    avatars: collection<AvatarRecord>('avatars', avatarSchema),
    albums: collection<Stored<Album>>('albums', albumSchema),
    audiences: collection<Stored<Audience>>('audiences', audienceSchema),
    coaches: collection<Stored<CoachStanding>>('coaches', coachStandingSchema),
    tickets: collection<Stored<UploadTicket>>('upload_tickets', uploadTicketSchema),
    usages: collection<UsageRecord>('usages', usageSchema),
    looseFiles: collection<LooseFileRecord>('loose_files', looseFileSchema),
  } as const;
}

export type Collections = ReturnType<typeof collectionsOf>;

/** Creates what is missing; throws when an index cannot be what the code relies on. */
export async function ensureCollections(collections: Collections): Promise<void> {
  for (const collection of Object.values(collections)) {
    await collection.createCollection();
    await collection.createIndexes();
  }
}
