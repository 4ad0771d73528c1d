// Courses, sections and lessons, as the graph shows them. What is inside a lesson is answered in lesson-fields.ts, because it
// is not for everybody.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';
import { connectionType } from '@mosaic/kernel/subgraph/graphql-types';
import { Node } from '@mosaic/kernel/subgraph/node';
import { entities } from '@mosaic/schema/entities';
import { Purchasable } from '@mosaic/schema/types/purchasable';
import { ID, Int } from 'type-graphql';
import { Coach } from '../../domain/coach.js';
import { Course, CourseSection } from '../../domain/course.js';
import { Lesson } from '../../domain/lesson.js';

const id = [() => ID, 'Opaque global id.'] as const;
const createdAt = [() => DateTime, 'When it was made.'] as const;
const updatedAt = [() => DateTime, 'When it last changed.'] as const;
const directives = ['@key(fields: "id")'];

describeType(Course, 'Course', {
  description: entities.Course.description,
  implements: [Node, Purchasable],
  directives,
  fields: {
    id,
    slug: [() => String, 'Its name in addresses; it never changes.'],
    title: [() => String, 'What it is called: 1 to 120 characters on one line.'],
    description: [() => String, 'What it is about: 1 to 5000 characters.'],
    isPublished: [() => Boolean, 'Whether everybody sees it.'],
    publishedAt: [() => DateTime, 'When it was first published; null for a draft that never was.', { nullable: true }],
    version: [() => Int, 'Grows with every change; name it in `expectedVersion` when changing the course.'],
    createdAt,
    updatedAt,
  },
});

describeType(CourseSection, 'CourseSection', {
  description: 'A part of a course.',
  fields: { id: [() => ID, 'Opaque id, of use within the course.'], title: [() => String, 'What it is called.'] },
});

describeType(Lesson, 'Lesson', {
  description: entities.Lesson.description,
  implements: [Node],
  directives,
  fields: {
    id,
    title: [() => String, 'What it is called: 1 to 120 characters on one line.'],
    durationMinutes: [() => Int, 'How long it takes, in minutes.'],
    isPreview: [() => Boolean, 'Whether everybody who sees the course may see what is inside.'],
    isPublished: [() => Boolean, 'False for a draft, which only the course’s coach and admins see.'],
    version: [() => Int, 'Grows with every change; name it in `expectedVersion` when changing the lesson.'],
    createdAt,
    updatedAt,
  },
});

describeType(Coach, 'Coach', {
  description: entities.Coach.description,
  implements: [Node],
  directives,
  fields: { id },
});

export const CourseConnection = connectionType('Course', Course);
