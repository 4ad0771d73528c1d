// How progress is told to the graph. The answers update every page that shows the enrollment.
import { graphql } from '@/graph/generated';

export const completeLesson = graphql(`
  mutation CompleteLesson($input: CompleteLessonInput!) {
    completeLesson(input: $input) {
      userErrors {
        ...Refusal
      }
      enrollment {
        ...Enrollment_state
      }
    }
  }
`);

export const saveLessonPosition = graphql(`
  mutation SaveLessonPosition($input: SaveLessonPositionInput!) {
    saveLessonPosition(input: $input) {
      userErrors {
        ...Refusal
      }
      enrollment {
        ...Enrollment_state
      }
    }
  }
`);
