// Short words for tests about posts.
import { randomUUID } from 'node:crypto';
import type { Asker } from '../../src/data/asker.js';
import { addComment } from '../../src/use-cases/add-comment.js';
import { createPost } from '../../src/use-cases/create-post.js';
import type { Rooms } from '../../src/use-cases/rooms.js';
import { granted } from './chat.js';

export const post = async (rooms: Rooms, author: Asker, body = 'news') =>
  granted(await createPost(rooms, author, { idempotencyKey: randomUUID(), body }));

export const comment = async (rooms: Rooms, author: Asker, postId: string, parentId?: string, body = 'well') =>
  granted(await addComment(rooms, author, { idempotencyKey: randomUUID(), postId, body, parentId }));
