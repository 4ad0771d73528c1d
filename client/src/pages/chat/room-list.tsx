// The conversations of the viewer, the most recently active first, kept live.
import { useQuery } from '@apollo/client/react';
import { ActionIcon, Button, Skeleton, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { MessagesSquare, Search, SquarePen } from 'lucide-react';
import { useRef, useState } from 'react';
import { unmask } from '@/graph/generated';
import { useSignedIn } from '@/parts/viewer';
import { Answer } from '@/ui/answer';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { useWords } from '@/words/words';
import classes from './chat.module.css';
import { type ChatRooms, chatRooms, listedRoom } from './chat-rooms';
import { chatWords } from './chat-words';
import { NewRoom } from './new-room';
import { RoomRow } from './room-row';
import { useLiveInbox } from './use-live-inbox';
import { usePresence } from './use-presence';

const PAUSE_MS = 250;

export function RoomList({ openId }: { readonly openId: string | undefined }) {
  const words = useWords(chatWords);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const [isBeginning, setBeginning] = useState(false);
  const result = useQuery(chatRooms, { variables: { search: search || null } });
  // While another search is under way, what was found before stays.
  const data = result.data ?? result.previousData;
  // Where the inbox stood when the list first came from the server, not from memory.
  const since = useRef<string | null>(null);
  if (!result.loading) since.current ??= data?.me?.latestInboxEventId ?? null;
  return (
    <section className={classes['list']} aria-labelledby="rooms">
      <header className={classes['listHead']}>
        <Title order={2} size="h4" id="rooms">
          {words.rooms}
        </Title>
        <ActionIcon variant="light" size="lg" aria-label={words.begin} onClick={() => setBeginning(true)}>
          <SquarePen size={18} aria-hidden />
        </ActionIcon>
      </header>
      <TextInput
        className={classes['search'] ?? ''}
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        aria-label={words.search}
        placeholder={words.search}
        leftSection={<Search size={16} aria-hidden />}
      />
      <div className={classes['scroll']}>
        <Answer of={{ ...result, data }} skeleton={<Rows />}>
          {({ me }) =>
            me?.rooms?.edges.length ? (
              <>
                <ul className={classes['rows']}>
                  {byActivity(listed(me)).map((node) => (
                    <RoomRow key={node.id} room={node} isOpen={node.id === openId} />
                  ))}
                </ul>
                <LoadMore pageInfo={me.rooms.pageInfo} load={(after) => result.fetchMore({ variables: { after } })} />
              </>
            ) : search ? (
              <p className={classes['nothing']} role="status">
                {words.nothingFound}
              </p>
            ) : (
              <Empty icon={MessagesSquare} title={words.noRooms} text={words.noRoomsText}>
                <Button variant="light" onClick={() => setBeginning(true)}>
                  {words.begin}
                </Button>
              </Empty>
            )
          }
        </Answer>
      </div>
      {data?.me && since.current && <Live me={data.me} since={since.current} />}
      <NewRoom isOpen={isBeginning} onClose={() => setBeginning(false)} />
    </section>
  );
}

const listed = (me: NonNullable<ChatRooms['me']>) =>
  (me.rooms?.edges ?? []).map(({ node }) => unmask(listedRoom, node));

const byActivity = <R extends { readonly activeAt: string }>(rooms: readonly R[]): readonly R[] =>
  rooms.toSorted((one, other) => Date.parse(other.activeAt) - Date.parse(one.activeAt));

function Live({ me, since }: { readonly me: NonNullable<ChatRooms['me']>; readonly since: string }) {
  const viewer = useSignedIn();
  useLiveInbox(since);
  usePresence(
    listed(me)
      .filter(({ kind }) => kind === 'DIRECT')
      .flatMap(({ members }) => members.edges.flatMap(({ node: { user } }) => user?.id ?? []))
      .filter((id) => id !== viewer.id),
  );
  return null;
}

const Rows = () => (
  <div className={classes['rows']}>
    {[0, 1, 2, 3, 4, 5].map((at) => (
      <div key={at} className={classes['row']}>
        <Skeleton circle height={44} width={44} flex="none" />
        <span className={classes['rowText']}>
          <Skeleton height={14} width="60%" mb={8} />
          <Skeleton height={12} width="85%" />
        </span>
      </div>
    ))}
  </div>
);
