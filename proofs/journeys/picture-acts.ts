// Posts with pictures, as those who read them get them.
import { randomUUID } from 'node:crypto';
import { act } from '../lab/act.js';
import type { Person } from '../lab/person.js';
import { type Answer, post } from '../lab/post.js';

/** All that hangs somewhere, and how to get its bytes. */
export const ATTACHED = `media {
  id fileName width height
  owner { displayName }
  exif { camera location { latitude } }
  variants { name contentType width height byteLength url }
}`;

export async function createPost(author: Person, body: string, mediaIds: readonly string[]): Promise<string> {
  const input = { body, mediaIds, idempotencyKey: randomUUID() };
  return (await act<{ post: { id: string } }>(author, 'createPost', input, 'post { id }')).post.id;
}

/** The post with what hangs on it; an answer may be partial. */
export const readPost = (routerUrl: string, { session }: Person, id: string): Promise<Answer> =>
  post(routerUrl, `query ($id: ID!) { post(id: $id) { body author { displayName } attachments { ${ATTACHED} } } }`, {
    variables: { id },
    token: session.accessToken,
  });

export const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());
