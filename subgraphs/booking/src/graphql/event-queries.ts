// Root fields that read events.
import type { Connection } from '@mosaic/kernel/paging/page';
import { connectionOf, readPage } from '@mosaic/kernel/paging/page';
import { viewerOf } from '@mosaic/kernel/subgraph/call';
import { ConnectionArgs } from '@mosaic/kernel/subgraph/graphql-types';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { hashOfInvitation } from '../data/secrets/invitation-tokens.js';
import { Event } from '../domain/event.js';
import { InvitationPreview } from '../domain/event-invitation.js';
import type { BookingContext } from './context.js';
import { EventConnection } from './types/event-types.js';

@Resolver()
export class EventQueries {
  @Query(() => Event, {
    nullable: true,
    description: 'An event; null when there is none, or the viewer does not take part in it.',
  })
  event(
    @Arg('id', () => ID, { description: 'Id of the event.' }) id: string,
    @Ctx() { call, load }: BookingContext,
  ): Promise<Event | null> {
    viewerOf(call);
    return load.event.load(id);
  }

  @Query(() => EventConnection, { description: 'The events that the viewer takes part in, by their start.' })
  async myEvents(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { call, rooms: { read, seal } }: BookingContext,
  ): Promise<Connection<Event>> {
    const viewer = viewerOf(call);
    const page = readPage(seal, `my events:${viewer.id}`, args);
    const rows = await read.events.of(viewer.id, page);
    return connectionOf(seal, page, rows, ({ startsAt, id }) => [startsAt.getTime(), id]);
  }

  @Query(() => InvitationPreview, {
    nullable: true,
    description:
      'What a link is for, signed in or not; null unless it is unused, not too old, and its event is published.',
  })
  async invitation(
    @Arg('token', () => String, { description: 'The token of the link.' }) token: string,
    @Ctx() { rooms: { read, clock } }: BookingContext,
  ): Promise<InvitationPreview | null> {
    const tokenHash = hashOfInvitation(token);
    return tokenHash === null ? null : read.events.preview(tokenHash, clock.now());
  }
}
