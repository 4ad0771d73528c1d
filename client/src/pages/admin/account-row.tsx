// One account: who, as what, since when; and what an admin can do with it. Its answer updates the row.
import { Badge, Button, Group } from '@mantine/core';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { PersonLink } from '@/parts/person-link';
import { useSignedIn } from '@/parts/viewer';
import { Card } from '@/ui/card';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { accountWords } from './account-words';
import classes from './admin.module.css';
import { ChangeRole } from './change-role';
import { ChangeStatus } from './change-status';

const fragment = graphql(`
  fragment AccountRow_user on User {
    id
    displayName
    email
    isEmailVerified
    role
    status
    createdAt
    ...PersonLink_user
  }
`);

export function AccountRow({ user: masked }: { readonly user: FragmentType<typeof fragment> }) {
  const words = useWords(accountWords);
  const { date } = useFormats();
  const viewer = useSignedIn();
  const user = unmask(fragment, masked);
  const isSuspended = user.status === 'SUSPENDED';
  return (
    <Card as="li" aria-label={user.displayName}>
      <div className={classes['row']}>
        <div className={classes['who']}>
          <PersonLink user={user}>
            {user.email}
            {user.isEmailVerified === false && ` (${words.unverified})`} · {words.since(date(user.createdAt))}
          </PersonLink>
        </div>
        <Group gap="xs">
          <Badge variant="light" color={user.role === 'ADMIN' ? 'iris' : user.role === 'COACH' ? 'teal' : 'gray'}>
            {words.roles[user.role]}
          </Badge>
          {isSuspended && (
            <Badge variant="light" color="red">
              {words.statuses.SUSPENDED}
            </Badge>
          )}
        </Group>
        <Group gap="xs">
          {user.id === viewer.id ? (
            <Button size="compact-md" variant="default" disabled>
              {words.you}
            </Button>
          ) : (
            <>
              <ChangeRole userId={user.id} name={user.displayName} role={user.role} />
              <ChangeStatus userId={user.id} name={user.displayName} isSuspended={isSuspended} />
            </>
          )}
        </Group>
      </div>
    </Card>
  );
}
