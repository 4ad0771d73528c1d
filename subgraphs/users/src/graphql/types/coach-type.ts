// Coach as the graph shows it.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';
import { connectionType, enumOf } from '@mosaic/kernel/subgraph/graphql-types';
import { Node } from '@mosaic/kernel/subgraph/node';
import { entities } from '@mosaic/schema/entities';
import { GraphQLTimeZone } from 'graphql-scalars';
import { ID, Int } from 'type-graphql';
import { Coach, coachStandings } from '../../domain/coach.js';

export const CoachStandingEnum = enumOf('CoachStanding', 'Where somebody stands as a coach.', coachStandings);

const { APPLIED: _, ...decisions } = coachStandings;
export const CoachDecisionEnum = enumOf('CoachDecision', 'What an admin decides about a coach.', decisions);

describeType(Coach, 'Coach', {
  description: entities.Coach.description,
  implements: [Node],
  directives: ['@key(fields: "id")'],
  fields: {
    id: [() => ID, 'Opaque global id.'],
    headline: [() => String, 'What the coach does, in one line of at most 120 characters.'],
    bio: [() => String, 'What they say about their work, at most 2,000 characters; empty when nothing.'],
    timeZone: [() => GraphQLTimeZone, 'The time zone the coach works in, by its IANA name.'],
    version: [() => Int, 'Grows with every change; name it in `expectedVersion` when changing the profile.'],
    createdAt: [() => DateTime, 'When they applied for the first time.'],
  },
});

export const CoachConnection = connectionType('Coach', Coach);
