// When somebody comments on a post of the viewer, the post on screen says so at once. Other posts have no events.
import { useApolloClient, useSubscription } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '@/graph/generated';
import { useSignedIn } from '@/parts/viewer';

const postTold = graphql(`
  subscription PostTold($after: ID) {
    notificationAdded(after: $after) {
      eventId
      notification {
        id
        subject {
          id
          ... on Post {
            ...PostCard_post
          }
          ... on Comment {
            post {
              id
              ...PostCard_post
            }
          }
        }
      }
    }
  }
`);

/** What comes is written into the cache by itself, under the id of the post. */
export function useLivePosts(): void {
  const viewer = useSignedIn();
  const client = useApolloClient();
  const [after] = useState(viewer.latestNotificationEventId);
  useSubscription(postTold, {
    variables: { after },
    ignoreResults: true,
    onData({ data: { data } }) {
      const subject = data?.notificationAdded.notification?.subject;
      if (!subject) return;
      const post = 'post' in subject ? subject.post : subject;
      const id = client.cache.identify({ __typename: 'Post', id: post?.id ?? '' });
      if (!id) return;
      // An open list of its comments lacks the new one; nothing else is asked again.
      void client.refetchQueries({
        updateCache: (cache) => cache.modify({ id, fields: { comments: (_, { INVALIDATE }) => INVALIDATE } }),
      });
    },
  });
}
