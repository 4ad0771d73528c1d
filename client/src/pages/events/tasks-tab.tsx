// What is to be done for an event, who does it, and how far it has come.
import { useQuery } from '@apollo/client/react';
import { Group, Progress, Stack, Text } from '@mantine/core';
import { ListTodo } from 'lucide-react';
import { graphql } from '@/graph/generated';
import { Answer } from '@/ui/answer';
import { Empty } from '@/ui/empty';
import { useWords } from '@/words/words';
import { AddTask } from './add-task';
import { peopleOf } from './people-of';
import { TaskRow } from './task-row';
import classes from './tasks.module.css';
import { tasksWords } from './tasks-words';
import { whileSeen } from './use-live-events';

const eventTasks = graphql(`
  query EventTasks($id: ID!) {
    event(id: $id) {
      id
      status
      taskProgress
      organiser {
        id
      }
      tasks {
        id
        completedAt
        ...TaskRow_task
      }
      ...PeopleOf_event
    }
  }
`);

export function TasksTab({ eventId }: { readonly eventId: string }) {
  const words = useWords(tasksWords);
  const result = useQuery(eventTasks, { variables: { id: eventId }, ...whileSeen });
  return (
    <Answer of={result}>
      {({ event }) => {
        if (!event) return null;
        const { tasks, taskProgress, organiser } = event;
        const people = peopleOf(event);
        const done = tasks.filter(({ completedAt }) => completedAt !== null).length;
        return (
          <Stack gap="lg">
            {tasks.length === 0 ? (
              <Empty icon={ListTodo} title={words.empty} text={words.emptyText} />
            ) : (
              <div>
                <Group justify="space-between" mb={6}>
                  <Text size="sm" fw={600} aria-live="polite">
                    {words.done(done, tasks.length)}
                  </Text>
                </Group>
                <Progress
                  value={(taskProgress ?? 0) * 100}
                  color="teal"
                  size="lg"
                  aria-label={words.progress}
                  transitionDuration={200}
                  mb="md"
                />
                <ul className={classes['tasks']}>
                  {tasks.map((task) => (
                    <TaskRow key={task.id} task={task} organiserId={organiser?.id ?? null} people={people} />
                  ))}
                </ul>
              </div>
            )}
            {event.status !== 'CANCELLED' && <AddTask eventId={eventId} people={people} />}
          </Stack>
        );
      }}
    </Answer>
  );
}
