// Pictures of an event: albums that its people share with the viewer, and a way to share one's own with everybody there.
import { useQuery } from '@apollo/client/react';
import { Anchor, Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { Images } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { graphql } from '@/graph/generated';
import { AlbumStrip } from '@/parts/album-strip';
import { useAct } from '@/parts/use-act';
import { useSignedIn } from '@/parts/viewer';
import { Answer } from '@/ui/answer';
import { Card, Cards } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Refusals } from '@/ui/refusals';
import { said } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { albumWords } from './album-words';
import { peopleOf } from './people-of';

const eventAlbums = graphql(`
  query EventAlbums($id: ID!) {
    event(id: $id) {
      id
      ...PeopleOf_event
    }
    albums(first: 50) {
      edges {
        cursor
        node {
          id
          title
          owner {
            id
          }
          ...AlbumStrip_album
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const shareAlbum = graphql(`
  mutation ShareAlbumWithEvent($input: ShareAlbumInput!) {
    shareAlbum(input: $input) {
      userErrors {
        ...Refusal
      }
      album {
        id
      }
    }
  }
`);

export function AlbumTab({ eventId }: { readonly eventId: string }) {
  const words = useWords(albumWords);
  const viewer = useSignedIn();
  const result = useQuery(eventAlbums, { variables: { id: eventId } });
  return (
    <Answer of={result}>
      {({ event, albums: { edges } }) => {
        if (!event) return null;
        const people = new Set(peopleOf(event).map(({ id }) => id));
        const albums = edges.map(({ node }) => node);
        const theirs = albums.filter(({ owner }) => owner && owner.id !== viewer.id && people.has(owner.id));
        const own = albums.filter(({ owner }) => owner?.id === viewer.id);
        return (
          <Stack gap="lg">
            {theirs.length === 0 ? (
              <Empty icon={Images} title={words.empty} text={words.emptyText} />
            ) : (
              <section aria-labelledby="albums-title">
                <Group justify="space-between" mb="sm">
                  <div>
                    <Title order={2} size="h5" id="albums-title">
                      {words.shared}
                    </Title>
                    <Text size="sm" c="dimmed">
                      {words.sharedText}
                    </Text>
                  </div>
                  <Anchor component={Link} to="/albums" size="sm">
                    {words.all}
                  </Anchor>
                </Group>
                <Cards least="14rem">
                  {theirs.map((album) => (
                    <AlbumStrip key={album.id} album={album} ownerId={viewer.id} />
                  ))}
                </Cards>
              </section>
            )}
            <ShareOwn eventId={eventId} albums={own} />
          </Stack>
        );
      }}
    </Answer>
  );
}

interface ShareOwnProps {
  readonly eventId: string;
  readonly albums: readonly { readonly id: string; readonly title: string }[];
}

function ShareOwn({ eventId, albums }: ShareOwnProps) {
  const words = useWords(albumWords);
  const act = useAct(shareAlbum);
  const [albumId, setAlbumId] = useState('');
  const share = async (submitted: FormEvent) => {
    submitted.preventDefault();
    if (!(await act.run({ input: { albumId, eventId } }))) return;
    setAlbumId('');
    said(words.done);
  };
  return (
    <Card as="section" aria-labelledby="share-title">
      <Title order={2} size="h5" id="share-title" mb="sm">
        {words.share}
      </Title>
      {albums.length === 0 ? (
        <Group justify="space-between">
          <Text c="dimmed">{words.none}</Text>
          <Button component={Link} to="/albums" variant="light">
            {words.create}
          </Button>
        </Group>
      ) : (
        <form onSubmit={(submitted) => void share(submitted)}>
          <Group align="flex-end" gap="sm">
            <NativeSelect
              flex="1 1 14rem"
              required
              label={words.album}
              value={albumId}
              onChange={({ currentTarget }) => setAlbumId(currentTarget.value)}
              data={[
                { value: '', label: words.choose, disabled: true },
                ...albums.map(({ id, title }) => ({ value: id, label: title })),
              ]}
            />
            <Button type="submit" disabled={!albumId} loading={act.isBusy}>
              {words.shareIt}
            </Button>
          </Group>
          <Refusals of={act.refusals} />
        </form>
      )}
    </Card>
  );
}
