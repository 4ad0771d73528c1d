// How media, their comments and avatars are kept, and the indexes that serve them.

import { schemaFor } from '@mosaic/kernel/stores/mongo-stored';
import { Schema } from 'mongoose';
import { Media } from '../../domain/media.js';
import { MediaComment } from '../../domain/media-comment.js';

const text = { type: String, required: true };
const number = { type: Number, required: true };
const date = { type: Date, required: true };
const strict = { versionKey: false, id: false, strict: 'throw', strictQuery: 'throw' } as const;

export const mediaSchema = schemaFor(Media, {
  ownerId: text,
  purpose: text,
  kind: text,
  type: text,
  fileName: text,
  byteLength: number,
  width: { type: Number, default: null },
  height: { type: Number, default: null },
  exif: { type: Schema.Types.Mixed, default: null },
  files: { type: [Schema.Types.Mixed], required: true } as never,
  commentCount: number,
  createdAt: date,
});
mediaSchema.index({ ownerId: 1, createdAt: -1, _id: -1 });
mediaSchema.index({ createdAt: 1 });

export const mediaCommentSchema = schemaFor(MediaComment, {
  mediaId: text,
  authorId: text,
  body: text,
  createdAt: date,
});
mediaCommentSchema.index({ mediaId: 1, createdAt: 1, _id: 1 });

/** By user: the medium that stands for them. */
export interface AvatarRecord {
  _id: string;
  mediaId: string;
}

export const avatarSchema = new Schema({ _id: String, mediaId: text }, strict);
avatarSchema.index({ mediaId: 1 });
