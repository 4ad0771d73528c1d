// One task: done by ticking it, given to somebody, or taken.
import { Badge, Button, Checkbox, NativeSelect, Text } from '@mantine/core';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useAct } from '@/parts/use-act';
import { useSignedIn } from '@/parts/viewer';
import { Refusals } from '@/ui/refusals';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import type { Participant } from './people-of';
import { assignTask, completeTask } from './task-acts';
import classes from './tasks.module.css';
import { tasksWords } from './tasks-words';

const fragment = graphql(`
  fragment TaskRow_task on EventTask {
    id
    title
    dueAt
    completedAt
    assignee {
      id
      displayName
    }
    author {
      id
    }
    completedBy {
      id
      displayName
    }
  }
`);

interface TaskRowProps {
  readonly task: FragmentType<typeof fragment>;
  readonly organiserId: string | null;
  readonly people: readonly Participant[];
}

export function TaskRow({ task, organiserId, people }: TaskRowProps) {
  const words = useWords(tasksWords);
  const viewer = useSignedIn();
  const { date } = useFormats();
  const completing = useAct(completeTask);
  const assigning = useAct(assignTask);
  const { id, title, dueAt, completedAt, assignee, author, completedBy } = unmask(fragment, task);
  const isDone = completedAt !== null;
  const mayGive = [organiserId, author?.id, assignee?.id].includes(viewer.id);
  const mayComplete = !assignee || assignee.id === viewer.id || organiserId === viewer.id;
  const isLate = !isDone && dueAt !== null && new Date(dueAt).getTime() < Date.now();

  const complete = () => {
    const { displayName } = viewer;
    const done = {
      __typename: 'EventTask' as const,
      id,
      completedAt: new Date().toISOString(),
      completedBy: { __typename: 'User' as const, id: viewer.id, displayName },
    };
    const payload = { __typename: 'CompleteEventTaskPayload' as const, userErrors: [], task: { ...done, event: null } };
    return completing.run({ input: { taskId: id } }, { optimisticResponse: { completeEventTask: payload } });
  };
  const assign = (assigneeId: string | null) => assigning.run({ input: { taskId: id, assigneeId } });

  return (
    <li className={classes['task']}>
      <Checkbox
        className={classes['what'] ?? ''}
        checked={isDone}
        disabled={isDone || !mayComplete}
        aria-label={words.complete(title)}
        onChange={() => void complete()}
        label={
          <>
            <span className={isDone ? classes['done'] : undefined}>{title}</span>
            {isDone && completedBy && (
              <Text size="sm" c="dimmed">
                {words.doneBy(completedBy.displayName)}
              </Text>
            )}
            {!isDone && dueAt && (
              <Text size="sm" c="dimmed">
                {words.due(date(dueAt))}{' '}
                {isLate && (
                  <Badge size="sm" variant="light" color="red">
                    {words.late}
                  </Badge>
                )}
              </Text>
            )}
          </>
        }
      />
      {isDone ? null : mayGive ? (
        <NativeSelect
          size="sm"
          aria-label={words.assign(title)}
          value={assignee?.id ?? ''}
          disabled={assigning.isBusy}
          onChange={({ currentTarget }) => void assign(currentTarget.value || null)}
          data={[{ value: '', label: words.nobody }, ...people.map(({ id: value, name }) => ({ value, label: name }))]}
        />
      ) : assignee ? (
        <Text size="sm">{assignee.displayName}</Text>
      ) : (
        <Button
          size="xs"
          variant="light"
          aria-label={words.takeIt(title)}
          loading={assigning.isBusy}
          onClick={() => void assign(viewer.id)}
        >
          {words.take}
        </Button>
      )}
      <Refusals of={[...completing.refusals, ...assigning.refusals]} />
    </li>
  );
}
