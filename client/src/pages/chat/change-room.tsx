// What the owner of a group changes: its name, and who comes into it.
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { graphql } from '@/graph/generated';
import { FindPerson, type Person } from '@/parts/find-people';
import { useAct } from '@/parts/use-act';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { said } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { roomWords } from './room-words';

/** What every change of a room answers with: the row in the list and all its members. */
graphql(`
  fragment RoomAsItIs_room on Room {
    id
    ...RoomRow_room
    everybody: members(first: 100) {
      edges {
        cursor
        node {
          role
          user {
            id
            displayName
            ...Avatar_user
            ...PresenceDot_user
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const renameRoom = graphql(`
  mutation RenameRoom($input: RenameRoomInput!) {
    renameRoom(input: $input) {
      room {
        id
        title
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

const addRoomMember = graphql(`
  mutation AddRoomMember($input: AddRoomMemberInput!) {
    addRoomMember(input: $input) {
      room {
        id
        ...RoomAsItIs_room
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

export function RenameRoom({ roomId, title }: { readonly roomId: string; readonly title: string }) {
  const words = useWords(roomWords);
  const rename = useAct(renameRoom);
  const errorOf = useFieldErrors(rename.refusals);
  const [text, setText] = useState(title);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (await rename.run({ input: { roomId, title: text.trim() } })) said(words.renamed);
  };
  return (
    <form onSubmit={save}>
      <Stack gap="xs">
        <Refusals of={rename.refusals} fields={['title']} />
        <Group align="flex-end" wrap="nowrap" gap="xs">
          <TextInput
            flex={1}
            label={words.title}
            value={text}
            maxLength={120}
            required
            error={errorOf('title')}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button
            type="submit"
            variant="light"
            loading={rename.isBusy}
            disabled={!text.trim() || text.trim() === title}
          >
            {words.rename}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export function AddMember({ roomId, without }: { readonly roomId: string; readonly without: readonly string[] }) {
  const words = useWords(roomWords);
  const add = useAct(addRoomMember);
  const [person, setPerson] = useState<Person | null>(null);
  const letIn = async (event: FormEvent) => {
    event.preventDefault();
    if (person && (await add.run({ input: { roomId, userId: person.id } }))) setPerson(null);
  };
  return (
    <form onSubmit={letIn}>
      <Stack gap="xs">
        <Refusals of={add.refusals} />
        <Group align="flex-end" wrap="nowrap" gap="xs">
          <div style={{ flex: 1 }}>
            <FindPerson label={words.addMember} value={person} onChange={setPerson} without={without} />
          </div>
          <Button type="submit" variant="light" loading={add.isBusy} disabled={!person}>
            {words.add}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
