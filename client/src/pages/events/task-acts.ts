// What can be done with tasks, and what changes on screen with it.
import { graphql } from '@/graph/generated';

export const completeTask = graphql(`
  mutation CompleteTask($input: CompleteEventTaskInput!) {
    completeEventTask(input: $input) {
      userErrors {
        ...Refusal
      }
      task {
        id
        completedAt
        completedBy {
          id
          displayName
        }
        event {
          id
          taskProgress
        }
      }
    }
  }
`);

export const assignTask = graphql(`
  mutation AssignTask($input: AssignEventTaskInput!) {
    assignEventTask(input: $input) {
      userErrors {
        ...Refusal
      }
      task {
        ...TaskRow_task
      }
    }
  }
`);

/** The task comes with the list that it is in now: nothing has to be asked again. */
export const addTask = graphql(`
  mutation AddTask($input: AddEventTaskInput!) {
    addEventTask(input: $input) {
      userErrors {
        ...Refusal
      }
      task {
        id
        event {
          id
          taskProgress
          tasks {
            id
            completedAt
            ...TaskRow_task
          }
        }
      }
    }
  }
`);
