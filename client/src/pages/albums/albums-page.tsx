// All albums that the viewer has or is shown, the newest first.
import { useQuery } from '@apollo/client/react';
import { Button, SimpleGrid, Skeleton } from '@mantine/core';
import { Images, Plus } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { graphql } from '@/graph/generated';
import { AlbumStrip } from '@/parts/album-strip';
import { useSignedIn } from '@/parts/viewer';
import { Answer } from '@/ui/answer';
import { Cards } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Page as Frame } from '@/ui/page';
import { useWords } from '@/words/words';
import { albumWords } from './album-words';
import { CreateAlbum } from './create-album';

const albumsQuery = graphql(`
  query Albums($after: String) {
    albums(first: 24, after: $after) {
      edges {
        node {
          id
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

export function Page() {
  const words = useWords(albumWords);
  const viewer = useSignedIn();
  const albums = useQuery(albumsQuery);
  const [isCreating, setCreating] = useState(false);
  const create = (
    <Button leftSection={<Plus size={18} aria-hidden />} onClick={() => setCreating(true)}>
      {words.create}
    </Button>
  );
  const actions = (
    <>
      <Button component={Link} to="/uploads" variant="default">
        {words.uploads}
      </Button>
      {create}
    </>
  );
  return (
    <Frame title={words.albums} lead={words.lead} actions={actions}>
      <Answer of={albums} skeleton={<Covers />}>
        {({ albums: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <Empty icon={Images} title={words.emptyTitle} text={words.emptyText} />
          ) : (
            <>
              <Cards least="15rem">
                {edges.map(({ node }) => (
                  <AlbumStrip key={node.id} album={node} ownerId={viewer.id} />
                ))}
              </Cards>
              <LoadMore pageInfo={pageInfo} load={(after) => albums.fetchMore({ variables: { after } })} />
            </>
          )
        }
      </Answer>
      <CreateAlbum isOpen={isCreating} onClose={() => setCreating(false)} />
    </Frame>
  );
}

const Covers = () => (
  <SimpleGrid cols={{ base: 1, sm: 2, md: 4 }}>
    {['a', 'b', 'c', 'd'].map((key) => (
      <Skeleton key={key} height={230} radius="lg" />
    ))}
  </SimpleGrid>
);
