// Everything the viewer ever uploaded, wherever it hangs.
import { useApolloClient, useQuery } from '@apollo/client/react';
import { Box, Button } from '@mantine/core';
import { FolderOpen } from 'lucide-react';
import { Link } from 'react-router';
import { graphql } from '@/graph/generated';
import { UploadMany } from '@/parts/upload-many';
import { Answer } from '@/ui/answer';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Page as Frame } from '@/ui/page';
import { said } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { listUpload } from './album-lists';
import { Lightbox } from './lightbox';
import { UploadTile } from './upload-tile';
import classes from './uploads.module.css';
import { uploadsWords } from './uploads-words';
import { useShownPicture } from './use-shown-picture';

const uploadsQuery = graphql(`
  query Uploads($after: String) {
    myMedia(first: 40, after: $after) {
      edges {
        node {
          id
          kind
          ...UploadTile_media
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const oneUpload = graphql(`
  query OneUpload($id: ID!) {
    media(id: $id) {
      id
      kind
      ...UploadTile_media
    }
  }
`);

export function Page() {
  const words = useWords(uploadsWords);
  const client = useApolloClient();
  const uploads = useQuery(uploadsQuery);
  const [shown, show] = useShownPicture();
  const list = async (mediaId: string, file: File) => {
    const { data } = await client.query({ query: oneUpload, variables: { id: mediaId }, fetchPolicy: 'network-only' });
    if (!data?.media) return;
    listUpload(client.cache, mediaId);
    said(words.kept(file.name));
  };
  const back = (
    <Button component={Link} to="/albums" variant="default">
      {words.albums}
    </Button>
  );
  return (
    <Frame title={words.heading} lead={words.lead} actions={back}>
      <Box mb="lg">
        <UploadMany label={words.add} purpose="DOCUMENT" onTaken={list} />
      </Box>
      <Answer of={uploads}>
        {({ myMedia: { edges, pageInfo } }) => {
          if (edges.length === 0) return <Empty icon={FolderOpen} title={words.emptyTitle} text={words.emptyText} />;
          const pictures = edges.flatMap(({ node }) => (node.kind === 'IMAGE' ? [node.id] : []));
          return (
            <>
              <ul className={classes['list']} aria-label={words.heading}>
                {edges.map(({ node }) => (
                  <UploadTile key={node.id} media={node} onOpen={() => show(node.id)} />
                ))}
              </ul>
              <LoadMore pageInfo={pageInfo} load={(after) => uploads.fetchMore({ variables: { after } })} />
              <Lightbox shownId={shown} ids={pictures} count={pictures.length} onShow={show} />
            </>
          );
        }}
      </Answer>
    </Frame>
  );
}
