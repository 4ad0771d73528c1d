// Whom an album is shown to: people one by one, and everybody of an event.
import { ActionIcon, Button, Divider, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { X } from 'lucide-react';
import { useState } from 'react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Avatar } from '@/parts/avatar';
import { FindPeople, type Person } from '@/parts/find-people';
import { useAct } from '@/parts/use-act';
import { useSignedIn } from '@/parts/viewer';
import { Refusals } from '@/ui/refusals';
import { stateWords } from '@/ui/state-words';
import { useWords } from '@/words/words';
import classes from './share-album.module.css';
import { ShareWithEvent } from './share-with-event';
import { shareWords } from './share-words';

const fragment = graphql(`
  fragment ShareAlbum_album on Album {
    id
    sharedWith {
      id
      displayName
      ...Avatar_user
    }
  }
`);

const shareAlbum = graphql(`
  mutation ShareAlbum($input: ShareAlbumInput!) {
    shareAlbum(input: $input) {
      album {
        ...ShareAlbum_album
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

const unshareAlbum = graphql(`
  mutation UnshareAlbum($input: UnshareAlbumInput!) {
    unshareAlbum(input: $input) {
      album {
        ...ShareAlbum_album
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

interface ShareAlbumProps {
  readonly album: FragmentType<typeof fragment>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function ShareAlbum({ album, isOpen, onClose }: ShareAlbumProps) {
  const words = useWords(shareWords);
  const states = useWords(stateWords);
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={words.heading}
      centered
      closeButtonProps={{ 'aria-label': states.close }}
    >
      <Sharing album={album} />
    </Modal>
  );
}

function Sharing({ album: masked }: { readonly album: FragmentType<typeof fragment> }) {
  const words = useWords(shareWords);
  const viewer = useSignedIn();
  const { id: albumId, sharedWith } = unmask(fragment, masked);
  const share = useAct(shareAlbum);
  const unshare = useAct(unshareAlbum);
  const [picked, setPicked] = useState<readonly Person[]>([]);
  const guests = sharedWith ?? [];
  const send = async () => {
    if (await share.run({ input: { albumId, userIds: picked.map(({ id }) => id) } })) setPicked([]);
  };
  return (
    <Stack>
      <Refusals of={[...share.refusals, ...unshare.refusals]} />
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <div className={classes['find']}>
          <FindPeople
            label={words.people}
            value={picked}
            onChange={setPicked}
            most={100}
            without={[viewer.id, ...guests.map(({ id }) => id)]}
          />
        </div>
        <Button loading={share.isBusy} disabled={picked.length === 0} onClick={() => void send()}>
          {words.share}
        </Button>
      </Group>
      <div>
        <Title order={3} size="h6" mb="xs">
          {words.sharedWith}
        </Title>
        {guests.length === 0 && (
          <Text size="sm" c="dimmed">
            {words.nobody}
          </Text>
        )}
        <ul className={classes['guests']}>
          {guests.map((guest) => (
            <li key={guest.id}>
              <Avatar user={guest} size={30} />
              <Text size="sm" flex={1} truncate>
                {guest.displayName}
              </Text>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={words.stop(guest.displayName)}
                onClick={() => void unshare.run({ input: { albumId, userIds: [guest.id] } })}
              >
                <X size={16} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      </div>
      <Divider />
      <ShareWithEvent
        isBusy={share.isBusy || unshare.isBusy}
        onShare={async (eventId) => Boolean(await share.run({ input: { albumId, eventId } }))}
        onUnshare={async (eventId) => Boolean(await unshare.run({ input: { albumId, eventId } }))}
      />
    </Stack>
  );
}
