// The answer that publishing will most likely have; it stands on screen until the real one comes.
import type { Viewer } from '@/parts/viewer';

/** Pictures come with the real answer: only the server knows their forms. */
export const likelyPost = (wish: string, body: string, author: Viewer) => ({
  createPost: {
    __typename: 'CreatePostPayload',
    userErrors: [],
    post: {
      __typename: 'Post',
      id: `sending:${wish}`,
      body,
      createdAt: new Date().toISOString(),
      editedAt: null,
      version: 1,
      likeCount: 0,
      commentCount: 0,
      viewerHasLiked: false,
      author,
      attachments: [],
    },
  },
});
