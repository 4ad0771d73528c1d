// Opens the room of the viewer and this person, and goes there.
import { Button } from '@mantine/core';
import { MessageCircle } from 'lucide-react';
import { useNavigate } from 'react-router';
import { graphql } from '@/graph/generated';
import { useRefusedAloud } from '@/parts/posts/use-refused-aloud';
import { useAct } from '@/parts/use-act';
import { useWords } from '@/words/words';
import { peopleWords } from './people-words';

const writeTo = graphql(`
  mutation WriteTo($input: OpenDirectRoomInput!) {
    openDirectRoom(input: $input) {
      userErrors {
        ...Refusal
      }
      room {
        id
      }
    }
  }
`);

export function WriteButton({ userId }: { readonly userId: string }) {
  const words = useWords(peopleWords);
  const navigate = useNavigate();
  const act = useAct(writeTo);
  useRefusedAloud(act.refusals);
  const write = async () => {
    const room = (await act.run({ input: { userId } }))?.openDirectRoom.room;
    if (room) void navigate(`/chat/${encodeURIComponent(room.id)}`);
  };
  return (
    <Button
      variant="default"
      size="sm"
      leftSection={<MessageCircle size={17} aria-hidden />}
      loading={act.isBusy}
      onClick={() => void write()}
    >
      {words.write}
    </Button>
  );
}
