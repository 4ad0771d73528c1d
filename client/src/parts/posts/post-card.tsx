// One post as it stands in a list or alone: who says it, what, its pictures, likes and comments. What is opened on demand
// (comments, editing) is loaded on demand.
import { ActionIcon, Anchor, Button, Group } from '@mantine/core';
import { Ellipsis, MessageSquare } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import { Link } from 'react-router';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Lines } from '@/ui/answer';
import { Card } from '@/ui/card';
import { useWords } from '@/words/words';
import { Ago } from '../ago';
import { PersonLink } from '../person-link';
import { useViewer } from '../viewer';
import { LikeButton } from './like-button';
import classes from './post-card.module.css';
import { PostPictures } from './post-pictures';
import { postWords } from './post-words';

const Comments = lazy(async () => ({ default: (await import('./comments')).Comments }));
const OwnPost = lazy(async () => ({ default: (await import('./own-post')).OwnPost }));

const postCardFragment = graphql(`
  fragment PostCard_post on Post {
    id
    body
    createdAt
    editedAt
    version
    commentCount
    author {
      id
      displayName
      ...PersonLink_user
    }
    ...LikeButton_post
    ...PostPictures_post
  }
`);

interface PostCardProps {
  readonly post: FragmentType<typeof postCardFragment>;
  readonly as?: 'li' | 'div';
  /** On the page of the post alone, the comments are what one came for. */
  readonly showsComments?: boolean;
}

export function PostCard({ post: masked, as = 'li', showsComments = false }: PostCardProps) {
  const words = useWords(postWords);
  const viewer = useViewer();
  const post = unmask(postCardFragment, masked);
  const [isOpen, setOpen] = useState(showsComments);
  const [isOwnOpen, setOwnOpen] = useState(false);
  const commentsId = useId();
  const isSending = post.id.startsWith('sending:');
  return (
    <Card as={as}>
      <article className={classes['post']} aria-busy={isSending || undefined}>
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <PersonLink user={post.author}>
            <Anchor component={Link} to={`/posts/${encodeURIComponent(post.id)}`} c="dimmed" size="sm">
              <Ago at={post.createdAt} />
            </Anchor>
            {post.editedAt && ` · ${words.edited}`}
          </PersonLink>
          {viewer && viewer.id === post.author?.id && !isSending && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={words.options}
              aria-expanded={isOwnOpen}
              onClick={() => setOwnOpen(!isOwnOpen)}
            >
              <Ellipsis size={18} aria-hidden />
            </ActionIcon>
          )}
        </Group>
        {isOwnOpen ? (
          <Suspense fallback={<Lines count={1} />}>
            <OwnPost post={post} onDone={() => setOwnOpen(false)} />
          </Suspense>
        ) : (
          <p className={classes['body']}>{post.body}</p>
        )}
        <PostPictures post={post} name={post.author?.displayName ?? words.somebody} />
        <Group gap="xs">
          <LikeButton post={post} />
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<MessageSquare size={17} aria-hidden />}
            aria-expanded={isOpen}
            aria-controls={isOpen ? commentsId : undefined}
            disabled={isSending}
            onClick={() => setOpen(!isOpen)}
          >
            {words.comments(post.commentCount)}
          </Button>
        </Group>
        {isOpen && (
          <div id={commentsId}>
            <Suspense fallback={<Lines count={2} height={48} />}>
              <Comments postId={post.id} />
            </Suspense>
          </div>
        )}
      </article>
    </Card>
  );
}
