// Beginning a conversation: with one person, in the one room that the two have; with several, in a new group.
import { useApolloClient } from '@apollo/client/react';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { graphql } from '@/graph/generated';
import { FindPeople, type Person } from '@/parts/find-people';
import { useAct } from '@/parts/use-act';
import { useSignedIn } from '@/parts/viewer';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { useWords } from '@/words/words';
import { chatRooms } from './chat-rooms';
import { roomWords } from './room-words';
import { type ListedRoom, withRoom } from './use-live-inbox';

const openDirectRoom = graphql(`
  mutation OpenDirectRoom($input: OpenDirectRoomInput!) {
    openDirectRoom(input: $input) {
      room {
        id
        ...ListedRoom
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

const createRoom = graphql(`
  mutation CreateRoom($input: CreateRoomInput!) {
    createRoom(input: $input) {
      room {
        id
        ...ListedRoom
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

/** Beside the viewer. */
const MOST = 50;

export function NewRoom({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const words = useWords(roomWords);
  return (
    <Modal opened={isOpen} onClose={onClose} title={words.newRoom} closeButtonProps={{ 'aria-label': words.close }}>
      {isOpen && <Begin onDone={onClose} />}
    </Modal>
  );
}

function Begin({ onDone }: { readonly onDone: () => void }) {
  const words = useWords(roomWords);
  const { cache } = useApolloClient();
  const navigate = useNavigate();
  const viewer = useSignedIn();
  const direct = useAct(openDirectRoom);
  const group = useAct(createRoom);
  const [people, setPeople] = useState<readonly Person[]>([]);
  const [title, setTitle] = useState('');
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const errorOf = useFieldErrors(group.refusals);
  const isGroup = people.length > 1;

  // Another group is another wish.
  const wish = () => setKey(crypto.randomUUID());
  const open = async (room: ListedRoom | null | undefined) => {
    if (!room) return;
    cache.updateQuery({ query: chatRooms, variables: { search: null } }, (list) => list && withRoom(list, room));
    onDone();
    await navigate(`/chat/${encodeURIComponent(room.id)}`);
  };
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    const [first] = people;
    if (isGroup) {
      const memberIds = people.map(({ id }) => id);
      const data = await group.run({ input: { idempotencyKey, title: title.trim(), memberIds } });
      await open(data?.createRoom.room);
    } else if (first) {
      const data = await direct.run({ input: { userId: first.id } });
      await open(data?.openDirectRoom.room);
    }
  };
  return (
    <form onSubmit={begin}>
      <Stack>
        <Refusals of={[...direct.refusals, ...group.refusals]} fields={['title']} />
        <FindPeople
          label={words.withWhom}
          description={words.withWhomText}
          value={people}
          onChange={(chosen) => {
            setPeople(chosen);
            wish();
          }}
          most={MOST}
          without={[viewer.id]}
        />
        {isGroup && (
          <TextInput
            label={words.title}
            value={title}
            required
            maxLength={120}
            error={errorOf('title')}
            onChange={(event) => {
              setTitle(event.currentTarget.value);
              wish();
            }}
          />
        )}
        <Group justify="flex-end">
          <Button
            type="submit"
            loading={direct.isBusy || group.isBusy}
            disabled={people.length === 0 || (isGroup && !title.trim())}
          >
            {isGroup ? words.createGroup : words.write}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
