// Fields of an appointment that are made of its ids and amounts.
import { isIdOf, retype } from '@mosaic/kernel/values/ids';
import { MoneyType, showMoney } from '@mosaic/schema/types/money';
import type { Stub } from '@mosaic/schema/types/stub';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Appointment } from '../domain/appointment.js';
import { Coach } from '../domain/coach.js';
import { Offering, priceOf } from '../domain/offering.js';
import type { BookingContext } from './context.js';
import { UserStub } from './types/user-type.js';

@Resolver(() => Appointment)
export class AppointmentFields {
  @FieldResolver(() => Coach, { nullable: true, description: 'Whose time it is.' })
  coach(@Root() { coachUserId }: Appointment): Coach {
    return new Coach(retype('Coach', coachUserId));
  }

  @FieldResolver(() => UserStub, { nullable: true, description: 'Who booked it; null for a guest.' })
  client(@Root() { clientId }: Appointment): Stub | null {
    return isIdOf('User', clientId) ? new UserStub(clientId) : null;
  }

  @FieldResolver(() => Offering, { nullable: true, description: 'What was booked, as it is offered today.' })
  offering(@Root() { offeringId }: Appointment, @Ctx() { load }: BookingContext): Promise<Offering | null> {
    return load.offering.load(offeringId);
  }

  @FieldResolver(() => MoneyType, { description: 'What it costs, at the price of that moment; 0 is free.' })
  price(@Root() { priceMinor, currency }: Appointment): MoneyType {
    return showMoney(priceOf({ priceMinor, currency }));
  }
}
