// Who is in a group, with whether they are there; its owners change who is in it and its name, everybody may leave.
import { useApolloClient, useQuery } from '@apollo/client/react';
import { Badge, Button, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { useNavigate } from 'react-router';
import { graphql } from '@/graph/generated';
import { Avatar } from '@/parts/avatar';
import { useConfirm } from '@/parts/confirm';
import { useAct } from '@/parts/use-act';
import { useSignedIn } from '@/parts/viewer';
import { Answer } from '@/ui/answer';
import { LoadMore } from '@/ui/load-more';
import { Refusals } from '@/ui/refusals';
import { useWords } from '@/words/words';
import { AddMember, RenameRoom } from './change-room';
import classes from './chat.module.css';
import { chatRooms } from './chat-rooms';
import { chatWords } from './chat-words';
import { PresenceDot } from './presence-dot';
import { roomWords } from './room-words';
import { withoutRoom } from './use-live-inbox';
import { usePresence } from './use-presence';

const roomMembers = graphql(`
  query RoomMembers($id: ID!, $after: String) {
    room(id: $id) {
      id
      title
      members(first: 100, after: $after) {
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
  }
`);

const removeRoomMember = graphql(`
  mutation RemoveRoomMember($input: RemoveRoomMemberInput!) {
    removeRoomMember(input: $input) {
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

const leaveRoom = graphql(`
  mutation LeaveRoom($input: LeaveRoomInput!) {
    leaveRoom(input: $input) {
      roomId
      userErrors {
        ...Refusal
      }
    }
  }
`);

interface RoomDetailsProps {
  readonly roomId: string;
  readonly name: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function RoomDetails({ isOpen, onClose, ...room }: RoomDetailsProps) {
  const words = useWords(roomWords);
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      title={words.details}
      position="right"
      closeButtonProps={{ 'aria-label': words.close }}
    >
      {isOpen && <Details {...room} />}
    </Drawer>
  );
}

function Details({ roomId, name }: { readonly roomId: string; readonly name: string }) {
  const words = useWords(roomWords);
  const { somebody } = useWords(chatWords);
  const { cache } = useApolloClient();
  const navigate = useNavigate();
  const viewer = useSignedIn();
  const result = useQuery(roomMembers, { variables: { id: roomId } });
  const remove = useAct(removeRoomMember);
  const leave = useAct(leaveRoom);
  const [dialog, confirm] = useConfirm();
  const members = result.data?.room?.members.edges.map(({ node }) => node) ?? [];
  const isOwner = members.some(({ role, user }) => role === 'OWNER' && user?.id === viewer.id);
  usePresence(members.flatMap(({ user }) => (user && user.id !== viewer.id ? [user.id] : [])));

  const takeOut = async (userId: string, displayName: string) => {
    const isMeant = await confirm({
      title: words.removeTitle(displayName),
      text: words.removeText,
      yes: words.remove,
    });
    if (isMeant) await remove.run({ input: { roomId, userId } });
  };
  const goOut = async () => {
    const isMeant = await confirm({ title: words.leaveTitle(name), text: words.leaveText, yes: words.leave });
    if (!isMeant || !(await leave.run({ input: { roomId } }))) return;
    cache.updateQuery({ query: chatRooms, variables: { search: null } }, (list) => list && withoutRoom(list, roomId));
    await navigate('/chat', { replace: true });
  };
  return (
    <Answer of={result}>
      {({ room }) =>
        room && (
          <Stack gap="lg">
            <Refusals of={[...remove.refusals, ...leave.refusals]} />
            {isOwner && <RenameRoom key={room.title} roomId={roomId} title={room.title ?? ''} />}
            {isOwner && <AddMember roomId={roomId} without={members.flatMap(({ user }) => user?.id ?? [])} />}
            <div>
              <Title order={3} size="h6" mb="xs">
                {words.members}
              </Title>
              <ul className={classes['members']}>
                {members.map(({ role, user }, at) => (
                  <li key={user?.id ?? at}>
                    <span className={classes['face']}>
                      <Avatar user={user} size={36} />
                      {user && <PresenceDot user={user} />}
                    </span>
                    <Text flex={1} truncate>
                      {user?.displayName ?? somebody}
                    </Text>
                    {role === 'OWNER' && <Badge variant="light">{words.owner}</Badge>}
                    {isOwner && user && user.id !== viewer.id && (
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        color="red"
                        aria-label={words.removeMember(user.displayName)}
                        onClick={() => void takeOut(user.id, user.displayName)}
                      >
                        {words.remove}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
              <LoadMore pageInfo={room.members.pageInfo} load={(after) => result.fetchMore({ variables: { after } })} />
            </div>
            <Group>
              <Button variant="light" color="red" loading={leave.isBusy} onClick={() => void goOut()}>
                {words.leave}
              </Button>
            </Group>
            {dialog}
          </Stack>
        )
      }
    </Answer>
  );
}
