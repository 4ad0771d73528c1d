// Events as stream entries: what comes back is what went in, and nothing else passes for an event.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromFields, toFields } from '../stores/stream-entry.js';
import { note } from './lab/events.js';

it('every event survives the round trip', () => {
  const dates = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), dates, (text, key, occurredAt) => {
      const event = note(text, key, occurredAt);
      expect(fromFields(toFields(event))).toEqual(event);
    }),
  );
});

const fieldsWith = (name: string, value: string) => {
  const fields = toFields(note('1'));
  fields[fields.indexOf(name) + 1] = value;
  return fields;
};

it.each([
  ['nothing', []],
  ['half a field', ['id']],
  ['an id that is no UUID', fieldsWith('id', '1; drop table inbox')],
  ['a payload that is no JSON', fieldsWith('payload', '{')],
  ['a version that is no number', fieldsWith('version', 'one')],
  ['no name', fieldsWith('name', '')],
  ['no moment', fieldsWith('occurredAt', 'yesterday')],
  ['a member missing', toFields(note('1')).slice(2)],
])('%s is not an event', (_, fields) => {
  expect(fromFields(fields)).toBeNull();
});
