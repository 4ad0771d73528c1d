// What a coach offers, and the time that a client takes of it.
import { randomUUID } from 'node:crypto';
import { act, oncePermitted } from '../../../lab/act.js';
import { beginAppointment } from '../../../lab/pass-time.js';
import { personAs } from '../../person-as.js';
import type { AccessRoom } from '../../room.js';
import type { Stage } from '../../stage.js';
import { farAway, nextTime, reach, weeklyRules, zone } from './times.js';

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

const theAppointment = ({ ids }: Stage) => ({ appointmentId: ids['Appointment'] });

export const appointments: AccessRoom = {
  async records(stage) {
    // The owner was approved just now, in another subgraph: this one hears of it.
    await oncePermitted('NOT_A_COACH', () =>
      act(stage.owner, 'setWeeklyRules', { rules: weeklyRules, timeZone: zone }, 'schedule { timeZone }'),
    );
    const ShortOffering = await newOffering(stage, { minutes: 5, requiresConfirmation: false });
    const BegunAppointment = await request(stage, ShortOffering, nextTime());
    await beginAppointment(stage, BegunAppointment);
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
    completeAppointment: ({ ids }) => ({ appointmentId: ids['BegunAppointment'], outcome: 'COMPLETED' }),
    createOffering: () => offer(),
    updateOffering: ({ ids }) => ({ offeringId: ids['Offering'], expectedVersion: 1, name: 'Renamed' }),
    archiveOffering: ({ ids }) => ({ offeringId: ids['ShortOffering'] }),
    setWeeklyRules: () => ({ rules: weeklyRules }),
    setScheduleOverride: () => ({ date: farAway, hours: [] }),
    removeScheduleOverride: () => ({ date: farAway }),
  },
  streams: {},
  denials: ['NOT_A_COACH', 'OWN_OFFERING'],
};
