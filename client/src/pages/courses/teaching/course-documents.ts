// What an author does to a course. Each answers with the course as its page shows it, so the page is right at once.
import { graphql } from '@/graph/generated';

export const updateCourse = graphql(`
  mutation UpdateCourse($input: UpdateCourseInput!) {
    updateCourse(input: $input) {
      userErrors {
        ...Refusal
      }
      course {
        ...AuthorPage_course
      }
    }
  }
`);

export const publishCourse = graphql(`
  mutation PublishCourse($input: PublishCourseInput!) {
    publishCourse(input: $input) {
      userErrors {
        ...Refusal
      }
      course {
        ...AuthorPage_course
      }
    }
  }
`);

export const unpublishCourse = graphql(`
  mutation UnpublishCourse($input: UnpublishCourseInput!) {
    unpublishCourse(input: $input) {
      userErrors {
        ...Refusal
      }
      course {
        ...AuthorPage_course
      }
    }
  }
`);

export const addSection = graphql(`
  mutation AddSection($input: AddSectionInput!) {
    addSection(input: $input) {
      userErrors {
        ...Refusal
      }
      course {
        ...AuthorPage_course
      }
    }
  }
`);

export const addLesson = graphql(`
  mutation AddLesson($input: AddLessonInput!) {
    addLesson(input: $input) {
      userErrors {
        ...Refusal
      }
      lesson {
        id
        course {
          ...AuthorPage_course
        }
      }
    }
  }
`);

export const updateLesson = graphql(`
  mutation UpdateLesson($input: UpdateLessonInput!) {
    updateLesson(input: $input) {
      userErrors {
        ...Refusal
      }
      lesson {
        ...LessonEditor_lesson
      }
    }
  }
`);

export const moveLesson = graphql(`
  mutation MoveLesson($input: MoveLessonInput!) {
    moveLesson(input: $input) {
      userErrors {
        ...Refusal
      }
      course {
        ...AuthorPage_course
      }
    }
  }
`);

export const setQuiz = graphql(`
  mutation SetQuiz($input: SetQuizInput!) {
    setQuiz(input: $input) {
      userErrors {
        ...Refusal
      }
      quiz {
        ...QuizEditor_quiz
        lesson {
          id
          quiz {
            id
          }
        }
      }
    }
  }
`);
