// What was said about a medium, the oldest first, and a line to say more. The owner hears of new comments while they look.
import { useApolloClient, useSubscription } from '@apollo/client/react';
import { Text, Title } from '@mantine/core';
import { useState } from 'react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useSignedIn } from '@/parts/viewer';
import { LoadMore } from '@/ui/load-more';
import { useWords } from '@/words/words';
import { CommentForm } from './comment-form';
import classes from './lightbox.module.css';
import { lightboxWords } from './lightbox-words';
import { MediaComment } from './media-comment';

const fragment = graphql(`
  fragment MediaComments_media on Media {
    id
    fileName
    comments(first: 50) {
      edges {
        cursor
        node {
          id
          ...MediaComment_comment
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const moreComments = graphql(`
  query MoreMediaComments($id: ID!, $after: String) {
    media(id: $id) {
      id
      commentCount
      comments(first: 50, after: $after) {
        edges {
          cursor
          node {
            id
            ...MediaComment_comment
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

const commented = graphql(`
  subscription MediaCommented($after: ID) {
    notificationAdded(after: $after) {
      eventId
      notification {
        id
        kind
        subject {
          id
        }
      }
    }
  }
`);

export function MediaComments({ media }: { readonly media: FragmentType<typeof fragment> }) {
  const words = useWords(lightboxWords);
  const viewer = useSignedIn();
  const client = useApolloClient();
  const { id, fileName, comments } = unmask(fragment, media);
  const isMine = fileName !== null;
  const [after] = useState(viewer.latestNotificationEventId);
  const load = (cursor: string | null) =>
    client.query({ query: moreComments, variables: { id, after: cursor }, fetchPolicy: 'network-only' });
  useSubscription(commented, {
    variables: { after },
    skip: !isMine,
    ignoreResults: true,
    onData({ data: { data } }) {
      const told = data?.notificationAdded.notification;
      if (told?.kind === 'MEDIA_COMMENTED' && told.subject?.id === id) void load(null);
    },
  });
  if (!comments) return null;
  return (
    <section aria-label={words.comments}>
      <Title order={3} size="h5" mb="sm">
        {words.comments}
      </Title>
      {comments.edges.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.noComments}
        </Text>
      )}
      <ul className={classes['comments']} aria-live="polite" aria-relevant="additions">
        {comments.edges.map(({ node }) => (
          <MediaComment key={node.id} comment={node} mediaId={id} isMyMedia={isMine} />
        ))}
      </ul>
      <LoadMore pageInfo={comments.pageInfo} load={load} />
      <CommentForm mediaId={id} />
    </section>
  );
}
