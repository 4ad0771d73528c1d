// A notification leads to the page of what it is about; to none when that is gone.
import { expect, test } from 'vitest';
import { pathOf } from '../../src/parts/notification-subject';

type Subject = Parameters<typeof pathOf>[0]['subject'];
const path = (subject: object | null) => pathOf({ subject: subject as Subject });

test.each([
  [{ __typename: 'Comment', id: 'c', post: { id: 'p' } }, '/posts/p'],
  [{ __typename: 'User', id: 'u' }, '/people/u'],
  [{ __typename: 'Order', id: 'o' }, '/orders/o'],
  [{ __typename: 'Appointment', id: 'a' }, '/appointments/a'],
  [{ __typename: 'Event', id: 'e' }, '/events/e'],
  [{ __typename: 'Alert', id: 'a', monitor: { id: 'm' } }, '/monitors/m'],
  [{ __typename: 'Enrollment', id: 'e', course: { id: 'c', slug: 'yoga' } }, '/courses/yoga'],
  [{ __typename: 'Certificate', id: 'c', code: 'xyz' }, '/certificates/xyz'],
  [{ __typename: 'Media', id: 'm' }, '/uploads?picture=m'],
  [{ __typename: 'Coach', id: 'c' }, '/account/coach'],
])('%o leads to %s', (subject, expected) => {
  expect(path(subject)).toBe(expected);
});

test.each([
  [null],
  [{ __typename: 'Comment', id: 'c', post: null }],
  [{ __typename: 'Alert', id: 'a', monitor: null }],
  [{ __typename: 'Enrollment', id: 'e', course: null }],
  [{ __typename: 'OfTomorrow', id: 'x' }],
])('%o leads nowhere', (subject) => {
  expect(path(subject)).toBeNull();
});
