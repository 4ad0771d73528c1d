// Tells something to everybody: a text, and pictures, whose part of the code is loaded when one wants them. The post
// stands in the news at once; when it is refused, it comes back here.
import { Button, Group } from '@mantine/core';
import { ImagePlus } from 'lucide-react';
import { type FormEvent, lazy, Suspense, useRef, useState } from 'react';
import { graphql } from '@/graph/generated';
import type { CreatePostMutation } from '@/graph/generated/graphql';
import { Avatar } from '@/parts/avatar';
import { placePost } from '@/parts/posts/place-post';
import post from '@/parts/posts/post-card.module.css';
import { useAct } from '@/parts/use-act';
import type { Viewer } from '@/parts/viewer';
import { Lines } from '@/ui/answer';
import { Card } from '@/ui/card';
import { useWords } from '@/words/words';
import type { Chosen } from './choose-pictures';
import { homeWords } from './home-words';
import { likelyPost } from './likely-post';
import classes from './signed-in-home.module.css';

// Most posts have no pictures, and are not refused.
const Refusals = lazy(async () => ({ default: (await import('@/ui/refusals')).Refusals }));
const ChoosePictures = lazy(async () => ({ default: (await import('./choose-pictures')).ChoosePictures }));

const createPost = graphql(`
  mutation CreatePost($input: CreatePostInput!) {
    createPost(input: $input) {
      userErrors {
        ...Refusal
      }
      post {
        id
        ...PostCard_post
      }
    }
  }
`);

const none: readonly Chosen[] = [];

export function Composer({ viewer }: { readonly viewer: Viewer }) {
  const words = useWords(homeWords);
  const [body, setBody] = useState('');
  const [pictures, setPictures] = useState(none);
  const [wantsPictures, setWantsPictures] = useState(false);
  const wish = useRef(crypto.randomUUID());
  const act = useAct(createPost);

  const publish = async (event: FormEvent) => {
    event.preventDefault();
    const told = body.trim();
    if (!told || act.isBusy) return;
    const mediaIds = pictures.map(({ mediaId }) => mediaId);
    setBody('');
    const done = await act.run(
      { input: { idempotencyKey: wish.current, body: told, ...(mediaIds.length > 0 && { mediaIds }) } },
      {
        optimisticResponse: likelyPost(wish.current, told, viewer) as unknown as CreatePostMutation,
        update: (cache, { data }) => data?.createPost.post && placePost(cache, data.createPost.post.id, viewer.id),
      },
    );
    if (!done) return setBody((typed) => typed || told);
    wish.current = crypto.randomUUID();
    setPictures(none);
    setWantsPictures(false);
  };

  return (
    <Card>
      <form onSubmit={publish} className={classes['composer']}>
        <div className={classes['row']}>
          <Avatar user={viewer} />
          <textarea
            className={post['area']}
            aria-label={words.compose}
            placeholder={words.compose}
            rows={2}
            maxLength={10_000}
            value={body}
            onChange={(event) => setBody(event.currentTarget.value)}
          />
        </div>
        {wantsPictures && (
          <Suspense fallback={<Lines count={1} height={120} />}>
            <ChoosePictures chosen={pictures} onChange={setPictures} />
          </Suspense>
        )}
        {act.refusals.length > 0 && (
          <Suspense>
            <Refusals of={act.refusals} />
          </Suspense>
        )}
        <Group justify="space-between" gap="xs">
          <Button
            variant="subtle"
            color="gray"
            size="compact-md"
            leftSection={<ImagePlus size={18} aria-hidden />}
            aria-expanded={wantsPictures}
            onClick={() => setWantsPictures(!wantsPictures)}
          >
            {words.addPictures}
          </Button>
          <Button type="submit" disabled={body.trim() === ''}>
            {words.publish}
          </Button>
        </Group>
      </form>
    </Card>
  );
}
