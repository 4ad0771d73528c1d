// Root fields that read.
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Monitor } from '../domain/monitor.js';
import { Room } from '../domain/room.js';
import { askerOf, type ContentContext } from './context.js';

@Resolver()
export class Queries {
  @Query(() => Room, { nullable: true, description: 'A room of the viewer; null for any other.' })
  async room(
    @Arg('id', () => ID, { description: 'Id of the room.' }) id: string,
    @Ctx() context: ContentContext,
  ): Promise<Room | null> {
    askerOf(context);
    return context.load.room.load(id);
  }

  @Query(() => Monitor, { nullable: true, description: 'A monitor of the viewer; null for any other.' })
  async monitor(
    @Arg('id', () => ID, { description: 'Id of the monitor.' }) id: string,
    @Ctx() context: ContentContext,
  ): Promise<Monitor | null> {
    askerOf(context);
    return context.load.monitor.load(id);
  }
}
