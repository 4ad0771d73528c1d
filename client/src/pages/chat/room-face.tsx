// The picture of a room: the other one of two with whether they are there, else the initial of the group.
import { Avatar as Circle } from '@mantine/core';
import { Users } from 'lucide-react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Avatar } from '@/parts/avatar';
import { useSignedIn } from '@/parts/viewer';
import classes from './chat.module.css';
import { PresenceDot } from './presence-dot';

const fragment = graphql(`
  fragment RoomFace_room on Room {
    id
    kind
    members(first: 2) {
      edges {
        node {
          user {
            id
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

interface RoomFaceProps {
  readonly room: FragmentType<typeof fragment>;
  readonly size: number;
}

export function RoomFace({ room: masked, size }: RoomFaceProps) {
  const viewer = useSignedIn();
  const { kind, members } = unmask(fragment, masked);
  if (kind === 'GROUP') {
    return (
      <Circle size={size} radius="md" color="iris" aria-hidden>
        <Users size={size / 2} />
      </Circle>
    );
  }
  const other = members.edges.find(({ node }) => node.user && node.user.id !== viewer.id)?.node.user;
  return (
    <span className={classes['face']}>
      <Avatar user={other} size={size} />
      {other && <PresenceDot user={other} />}
    </span>
  );
}
