// Gives a person another role, after saying what that does to their sessions.
import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { graphql } from '@/graph/generated';
import type { Role } from '@/graph/generated/graphql';
import { useAct } from '@/parts/use-act';
import { Refusals } from '@/ui/refusals';
import { stateWords } from '@/ui/state-words';
import { said } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { accountWords } from './account-words';
import { ROLES } from './filters-in-address';

const changeUserRole = graphql(`
  mutation ChangeUserRole($input: ChangeUserRoleInput!) {
    changeUserRole(input: $input) {
      userErrors {
        ...Refusal
      }
      user {
        id
        ...AccountRow_user
      }
    }
  }
`);

interface ChangeRoleProps {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
}

export function ChangeRole({ userId, name, role }: ChangeRoleProps) {
  const words = useWords(accountWords);
  const states = useWords(stateWords);
  const act = useAct(changeUserRole);
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(role);
  const open = () => {
    act.reset();
    setChosen(role);
    setOpen(true);
  };
  const change = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await act.run({ input: { userId, role: chosen } }))) return;
    setOpen(false);
    said(words.roleChanged(name, words.roles[chosen]));
  };
  return (
    <>
      <Button size="compact-md" variant="default" aria-label={words.changeRoleOf(name)} onClick={open}>
        {words.changeRole}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={words.changeRoleOf(name)}
        centered
        closeButtonProps={{ 'aria-label': states.close }}
      >
        <form onSubmit={change}>
          <Stack>
            <Text c="dimmed">{words.changeRoleText}</Text>
            <NativeSelect
              label={words.newRole}
              value={chosen}
              onChange={(event) => setChosen(event.currentTarget.value as Role)}
              data={ROLES.map((value) => ({ value, label: words.roles[value] }))}
              data-autofocus
            />
            <Refusals of={act.refusals} />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setOpen(false)}>
                {states.cancel}
              </Button>
              <Button type="submit" loading={act.isBusy} disabled={chosen === role}>
                {words.changeRole}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
