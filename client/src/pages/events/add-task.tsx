// Adding a task.
import { Button, Group, NativeSelect, Stack, TextInput, Title } from '@mantine/core';
import { type FormEvent, useRef } from 'react';
import { useAct } from '@/parts/use-act';
import { Card } from '@/ui/card';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { ownTimeZone } from '@/words/formats';
import { useWords } from '@/words/words';
import { instantOf } from './clock-time';
import type { Participant } from './people-of';
import { addTask } from './task-acts';
import { tasksWords } from './tasks-words';
import { useWish } from './use-wish';

interface AddTaskProps {
  readonly eventId: string;
  readonly people: readonly Participant[];
}

export function AddTask({ eventId, people }: AddTaskProps) {
  const words = useWords(tasksWords);
  const act = useAct(addTask);
  const errorOf = useFieldErrors(act.refusals);
  const wish = useWish();
  const title = useRef<HTMLInputElement>(null);

  const add = async (submitted: FormEvent<HTMLFormElement>) => {
    submitted.preventDefault();
    const form = submitted.currentTarget;
    const fields = new FormData(form);
    const day = String(fields.get('dueAt'));
    const wished = {
      eventId,
      title: String(fields.get('title')),
      assigneeId: String(fields.get('assignee')) || null,
      // Until the end of that day, as people mean it.
      dueAt: instantOf(`${day}T23:59`, ownTimeZone())?.toISOString() ?? null,
    };
    if (!(await act.run({ input: { ...wished, idempotencyKey: wish.keyFor(wished) } }))) return;
    wish.fulfil();
    form.reset();
    title.current?.focus();
  };

  return (
    <Card as="section" aria-labelledby="add-task">
      <form onSubmit={(submitted) => void add(submitted)}>
        <Stack gap="sm">
          <Title order={2} size="h5" id="add-task">
            {words.add}
          </Title>
          <TextInput ref={title} name="title" required maxLength={200} label={words.title} error={errorOf('title')} />
          <Group align="flex-end" gap="sm">
            <NativeSelect
              flex="1 1 12rem"
              name="assignee"
              label={words.assignee}
              error={errorOf('assigneeId')}
              data={[
                { value: '', label: words.whoever },
                ...people.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <TextInput flex="1 1 10rem" name="dueAt" type="date" label={words.dueAt} error={errorOf('dueAt')} />
            <Button type="submit" loading={act.isBusy}>
              {words.addIt}
            </Button>
          </Group>
          <Refusals of={act.refusals} fields={['title', 'assigneeId', 'dueAt']} />
        </Stack>
      </form>
    </Card>
  );
}
