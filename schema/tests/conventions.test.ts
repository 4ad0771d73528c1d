// The style of the public schema, as far as a machine can hold it.
import {
  type GraphQLField,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { expect, test } from 'vitest';
import { api, publicTypes } from './public-schema.js';

const composites = publicTypes.filter((type) => isObjectType(type) || isInterfaceType(type));
const fields = composites.flatMap((type) =>
  Object.values(type.getFields()).map((field) => ({ type, field, at: `${type.name}.${field.name}` })),
);
const rootFields = (type: ReturnType<typeof api.getMutationType>): GraphQLField<unknown, unknown>[] =>
  Object.values(type?.getFields() ?? {});

test('types are PascalCase, fields and arguments camelCase, enum values SCREAMING_SNAKE', () => {
  const odd = [
    ...publicTypes.map(({ name }) => name).filter((name) => !/^[A-Z][A-Za-z0-9]*$/.test(name)),
    ...fields.map(({ field }) => field.name).filter((name) => !/^[a-z][A-Za-z0-9]*$/.test(name)),
    ...fields
      .flatMap(({ field }) => field.args.map(({ name }) => name))
      .filter((name) => !/^[a-z][A-Za-z0-9]*$/.test(name)),
    ...publicTypes
      .filter(isEnumType)
      .flatMap((type) => type.getValues().map(({ name }) => name))
      .filter((name) => !/^[A-Z][A-Z0-9_]*$/.test(name)),
  ];
  expect(odd).toEqual([]);
});

test('boolean fields read after "if": is, has, can, viewerHas', () => {
  const odd = fields.filter(
    ({ field }) =>
      getNamedType(field.type).name === 'Boolean' && !/^(is|has|can|viewerHas|viewerCan)[A-Z]/.test(field.name),
  );
  expect(odd.map(({ at }) => at)).toEqual([]);
});

test('a mutation takes one non-null input and answers <Verb><Object>Payload with userErrors and a nullable result', () => {
  const odd = rootFields(api.getMutationType()).filter(({ name, args, type }) => {
    const title = name[0]?.toUpperCase() + name.slice(1);
    const payload = getNamedType(type);
    if (payload.name !== `${title}Payload` || !isNonNullType(type) || !isObjectType(payload)) return true;
    const members = payload.getFields();
    if (String(members['userErrors']?.type) !== '[UserError!]!') return true;
    if (Object.values(members).some((member) => member.name !== 'userErrors' && isNonNullType(member.type)))
      return true;
    return args.length > 0 && (args.length !== 1 || String(args[0]?.type) !== `${title}Input!`);
  });
  expect(odd.map(({ name }) => name)).toEqual([]);
});

test('a subscription event has eventId and occurredAt beside what it is about', () => {
  const odd = rootFields(api.getSubscriptionType()).filter(({ type }) => {
    const event = getNamedType(type);
    if (!isObjectType(event)) return true;
    const { eventId, occurredAt, ...rest } = event.getFields();
    return (
      String(eventId?.type) !== 'ID!' || String(occurredAt?.type) !== 'DateTime!' || Object.keys(rest).length === 0
    );
  });
  expect(odd.map(({ name }) => name)).toEqual([]);
});

/** Lists that are small by nature of their type. */
const bounded = /^(\w+Connection\.edges|UserError\.(path|parameters)|\w+Payload\.userErrors)$/;

test('no list is unbounded: a connection, or a description that says "at most <number>"', () => {
  const unbounded = fields.filter(
    ({ field, at }) =>
      isListType(getNullableType(field.type)) &&
      !bounded.test(at) &&
      !/\bat most \d[\d,]*\b/i.test(field.description ?? ''),
  );
  expect(unbounded.map(({ at }) => at)).toEqual([]);
});

test('a connection field takes first, after, last and before', () => {
  const odd = fields.filter(
    ({ field }) =>
      getNamedType(field.type).name.endsWith('Connection') &&
      !['first', 'after', 'last', 'before'].every((name) => field.args.some((arg) => arg.name === name)),
  );
  expect(odd.map(({ at }) => at)).toEqual([]);
});

test('list members are never null, and lists of inputs say their bound', () => {
  const inputs = publicTypes
    .filter(isInputObjectType)
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ field, at: `${type.name}.${field.name}` })));
  const args = fields.flatMap(({ field, at }) => field.args.map((arg) => ({ field: arg, at: `${at}(${arg.name})` })));
  const odd = [...inputs, ...args].filter(({ field }) => {
    const type = getNullableType(field.type);
    return isListType(type) && (!isNonNullType(type.ofType) || !/\bat most \d+\b/i.test(field.description ?? ''));
  });
  expect(odd.map(({ at }) => at)).toEqual([]);
  const holes = fields.filter(({ field }) => {
    const type = getNullableType(field.type);
    return isListType(type) && !isNonNullType(type.ofType) && field.name !== 'nodes';
  });
  expect(holes.map(({ at }) => at)).toEqual([]);
});

test('money and time are never Float, and no id is a String', () => {
  const odd = fields.filter(({ field }) => {
    const name = getNamedType(field.type).name;
    return (
      (name === 'Float' && /amount|price|At$/.test(field.name)) || (name === 'String' && /(^id|Id)$/.test(field.name))
    );
  });
  expect(odd.map(({ at }) => at)).toEqual([]);
});
