// Where a notification leads: to the page of what it is about.
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import type { NotificationSubjectFragment } from '@/graph/generated/graphql';

const fragment = graphql(`
  fragment NotificationSubject on Notification {
    kind
    subject {
      __typename
      id
      ... on Comment {
        post {
          id
        }
      }
      ... on Alert {
        monitor {
          id
        }
      }
      ... on Enrollment {
        course {
          id
          slug
        }
      }
      ... on Certificate {
        code
      }
    }
  }
`);

/** Null when what it was about is gone, or has no page. */
export const subjectPath = (notification: FragmentType<typeof fragment>): string | null =>
  pathOf(unmask(fragment, notification));

export function pathOf({ subject }: Pick<NotificationSubjectFragment, 'subject'>): string | null {
  switch (subject?.__typename) {
    case 'Comment':
      return subject.post && `/posts/${subject.post.id}`;
    case 'User':
      return `/people/${subject.id}`;
    case 'Order':
      return `/orders/${subject.id}`;
    case 'Appointment':
      return `/appointments/${subject.id}`;
    case 'Event':
      return `/events/${subject.id}`;
    case 'Alert':
      return subject.monitor && `/monitors/${subject.monitor.id}`;
    case 'Enrollment':
      return subject.course && `/courses/${subject.course.slug}`;
    case 'Certificate':
      return `/certificates/${subject.code}`;
    case 'Media':
      return `/uploads?picture=${subject.id}`;
    case 'Coach':
      return '/account/coach';
    default:
      return null;
  }
}
