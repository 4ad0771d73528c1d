// Starts to measure something, and goes there.
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { editLists, idOf, withFirst } from '@/graph/edit-lists';
import { graphql } from '@/graph/generated';
import { useAct } from '@/parts/use-act';
import { useSignedIn } from '@/parts/viewer';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { stateWords } from '@/ui/state-words';
import { useWords } from '@/words/words';
import { monitorWords } from './monitor-words';

const createMonitor = graphql(`
  mutation CreateMonitor($input: CreateMonitorInput!) {
    createMonitor(input: $input) {
      monitor {
        id
        ...MonitorCard_monitor
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

export function NewMonitor({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const words = useWords(monitorWords);
  const states = useWords(stateWords);
  const viewer = useSignedIn();
  const navigate = useNavigate();
  const create = useAct(createMonitor);
  const errorOf = useFieldErrors(create.refusals);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const input = { name: String(form.get('name')).trim(), unit: String(form.get('unit')).trim() };
    const data = await create.run(
      { input },
      {
        update(cache, { data: answer }) {
          const monitor = answer?.createMonitor.monitor;
          if (!monitor) return;
          editLists(cache, idOf(cache, 'User', viewer.id), 'monitors', (list, { toReference }) => {
            const node = toReference({ __typename: 'Monitor', id: monitor.id });
            return node ? withFirst(list, 'Monitor', node) : list;
          });
        },
      },
    );
    const id = data?.createMonitor.monitor?.id;
    if (id) await navigate(`/monitors/${id}`);
  };
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={words.create}
      centered
      closeButtonProps={{ 'aria-label': states.close }}
    >
      <form onSubmit={(event) => void send(event)}>
        <Stack>
          <Refusals of={create.refusals} fields={['name', 'unit']} />
          <TextInput
            name="name"
            label={words.name}
            placeholder={words.nameExample}
            required
            maxLength={80}
            error={errorOf('name')}
            data-autofocus
          />
          <TextInput
            name="unit"
            label={words.unit}
            placeholder={words.unitExample}
            required
            maxLength={20}
            error={errorOf('unit')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {states.cancel}
            </Button>
            <Button type="submit" loading={create.isBusy}>
              {words.create}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
