// What a coach offers, and the time that a client takes of it.
import { randomUUID } from 'node:crypto';
import { act, oncePermitted } from '../../../lab/act.js';
import { eventually } from '../../../lab/eventually.js';
import { personAs } from '../../person-as.js';
import type { AccessRoom } from '../../room.js';
import type { Stage } from '../../stage.js';
import { beginsSoon, farAway, nextTime, reach, weeklyRules, zone } from './times.js';

type Made<T extends string> = Record<T, { id: string }>;

const offer = (terms: object = {}) => ({
  name: 'Half an hour',
  minutes: 30,
  price: { amountMinor: 0, currency: 'EUR' },
  requiresConfirmation: true,
  idempotencyKey: randomUUID(),
  ...terms,
});

async function newOffering({ owner }: Stage, terms: object = {}): Promise<string> {
  return (await act<Made<'offering'>>(owner, 'createOffering', offer(terms), 'offering { id }')).offering.id;
}

async function request(stage: Stage, offeringId: string | undefined, startsAt: Date): Promise<string> {
  const wish = { offeringId, startsAt, idempotencyKey: randomUUID() };
  return (await act<Made<'appointment'>>(personAs(stage, 'member'), 'requestAppointment', wish, 'appointment { id }'))
    .appointment.id;
}

/** It begins within about a minute: only what has begun can be completed, and nobody can turn the clock. */
async function bookSoon(stage: Stage, offeringId: string): Promise<string> {
  return oncePermitted('SLOT_NOT_OFFERED', async () => {
    const { startsAt, ...override } = beginsSoon();
    await act(stage.owner, 'setScheduleOverride', override, 'schedule { timeZone }');
    return request(stage, offeringId, startsAt);
  });
}

async function hasBegun({ owner, ids }: Stage): Promise<void> {
  const look = () =>
    owner.ask<{ appointment: { startsAt: string } }>('query ($id: ID!) { appointment(id: $id) { startsAt } }', {
      id: ids['BegunAppointment'],
    });
  await eventually(look, ({ appointment }) => Date.parse(appointment.startsAt) < Date.now(), 80_000);
}

const theAppointment = ({ ids }: Stage) => ({ appointmentId: ids['Appointment'] });

export const appointments: AccessRoom = {
  async records(stage) {
    // The owner was approved just now, in another subgraph: this one hears of it.
    await oncePermitted('NOT_A_COACH', () =>
      act(stage.owner, 'setWeeklyRules', { rules: weeklyRules, timeZone: zone.name }, 'schedule { timeZone }'),
    );
    const ShortOffering = await newOffering(stage, { minutes: 5, requiresConfirmation: false });
    const BegunAppointment = await bookSoon(stage, ShortOffering);
    const Offering = await newOffering(stage);
    const asked = () => request(stage, Offering, nextTime());
    const [Appointment, AppointmentToDecline] = [await asked(), await asked()];
    return { Offering, ShortOffering, Appointment, AppointmentToDecline, BegunAppointment };
  },
  nested: {
    Offering: 'coach(id: $Coach) { offerings { @ } }',
    Appointment: `planning(${reach}) { @ }`,
  },
  byId: { Offering: 'offering', Appointment: 'appointment' },
  queries: {
    offering: 'offering(id: $Offering) { id }',
    appointment: 'appointment(id: $Appointment) { id }',
    planning: `planning(${reach}) { id }`,
    myAppointments: 'myAppointments(first: 1) { pageInfo { hasNextPage } }',
    calendar: `calendar(${reach}) { id }`,
  },
  inputs: {
    requestAppointment: ({ ids }) => ({
      offeringId: ids['Offering'],
      startsAt: nextTime(),
      idempotencyKey: randomUUID(),
    }),
    confirmAppointment: theAppointment,
    declineAppointment: ({ ids }) => ({ appointmentId: ids['AppointmentToDecline'] }),
    rescheduleAppointment: (stage) => ({ ...theAppointment(stage), startsAt: nextTime() }),
    cancelAppointment: theAppointment,
    completeAppointment: async (stage) => {
      await hasBegun(stage);
      return { appointmentId: stage.ids['BegunAppointment'], outcome: 'COMPLETED' };
    },
    createOffering: () => offer(),
    updateOffering: ({ ids }) => ({ offeringId: ids['Offering'], expectedVersion: 1, name: 'Renamed' }),
    archiveOffering: ({ ids }) => ({ offeringId: ids['ShortOffering'] }),
    setWeeklyRules: () => ({ rules: weeklyRules }),
    setScheduleOverride: () => ({ date: farAway, hours: [] }),
    removeScheduleOverride: () => ({ date: farAway }),
  },
  streams: {},
  denials: ['NOT_A_COACH', 'OWN_OFFERING'],
  endings: ['completeAppointment'],
};
