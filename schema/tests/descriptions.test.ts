// Whatever an integrator can see says what it is.
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { api, publicTypes } from './public-schema.js';

const rootTypes = new Set([api.getQueryType(), api.getMutationType(), api.getSubscriptionType()]);
const isSilent = (thing: { description?: string | null | undefined }) => !thing.description?.trim();

test('every public type has a description', () => {
  const silent = publicTypes.filter((type) => !rootTypes.has(type as never) && isSilent(type));
  expect(silent.map(({ name }) => name)).toEqual([]);
});

test('every public field, argument, input field and enum value has a description', () => {
  const silent = publicTypes.flatMap((type) => {
    if (isEnumType(type)) {
      return type.getValues().flatMap((value) => (isSilent(value) ? [`${type.name}.${value.name}`] : []));
    }
    if (isInputObjectType(type)) {
      return Object.values(type.getFields()).flatMap((field) =>
        isSilent(field) ? [`${type.name}.${field.name}`] : [],
      );
    }
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => [
      ...(isSilent(field) ? [`${type.name}.${field.name}`] : []),
      ...field.args.filter(isSilent).map((arg) => `${type.name}.${field.name}(${arg.name})`),
    ]);
  });
  expect(silent).toEqual([]);
});
