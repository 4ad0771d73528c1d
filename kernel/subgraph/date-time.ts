// The one scalar for an instant. Both ways RFC 3339; always UTC ("Z") in answers.
import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';

const { parseValue, parseLiteral, serialize } = GraphQLDateTimeISO;

export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant, as RFC 3339 text in UTC, e.g. 2026-11-20T08:30:00.000Z.',
  serialize,
  parseValue,
  parseLiteral,
} as never);
