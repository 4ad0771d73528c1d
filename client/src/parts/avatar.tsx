// A person's picture, else the initials of their name. Decorative: the name stands beside it, or is given as `label`.
import { Avatar as Picture } from '@mantine/core';
import { type FragmentType, graphql, unmask } from '@/graph/generated';

const fragment = graphql(`
  fragment Avatar_user on User {
    id
    displayName
    avatar {
      id
      variants {
        name
        url
      }
    }
  }
`);

interface AvatarProps {
  readonly user: FragmentType<typeof fragment> | null | undefined;
  readonly size?: number;
}

const FACES = ['iris', 'teal', 'orange', 'pink', 'blue', 'grape', 'green', 'red'];

export function Avatar({ user, size = 38 }: AvatarProps) {
  const person = unmask(fragment, user);
  const picture = person?.avatar?.variants.find(({ name }) => name === 'avatar256') ?? person?.avatar?.variants[0];
  const color = FACES[[...(person?.id ?? '')].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % FACES.length];
  return (
    <Picture src={picture?.url ?? null} alt="" size={size} radius={size} color={color ?? 'iris'} aria-hidden>
      {initials(person?.displayName ?? '')}
    </Picture>
  );
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map(([letter]) => letter ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase();
