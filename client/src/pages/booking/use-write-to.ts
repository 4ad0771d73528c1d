// Opens the one room of the viewer and another person, and goes there.
import { useNavigate } from 'react-router';
import { graphql } from '@/graph/generated';
import { type Act, useAct } from '@/parts/use-act';

const openDirectRoom = graphql(`
  mutation WriteToPerson($userId: ID!) {
    openDirectRoom(input: { userId: $userId }) {
      userErrors {
        ...Refusal
      }
      room {
        id
      }
    }
  }
`);

export function useWriteTo(): Pick<Act<unknown, never>, 'isBusy' | 'refusals'> & {
  writeTo(userId: string): Promise<void>;
} {
  const { run, isBusy, refusals } = useAct(openDirectRoom);
  const navigate = useNavigate();
  return {
    isBusy,
    refusals,
    async writeTo(userId) {
      const room = (await run({ userId }))?.openDirectRoom.room;
      if (room) await navigate(`/chat/${room.id}`);
    },
  };
}
