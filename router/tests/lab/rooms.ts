// A small subgraph that owns rooms with a live log of messages, whose authors belong to the other subgraph.
import 'reflect-metadata';
import { follow } from '@mosaic/kernel/live/follow';
import { type LiveEvent, type LiveLog, type WakeUps } from '@mosaic/kernel/live/live-event';
import { AccessError } from '@mosaic/kernel/refusal/refusal';
import type { CallContext } from '@mosaic/kernel/subgraph/call';
import { Arg, Ctx, Directive, Field, ID, ObjectType, Query, Resolver, Root, Subscription } from 'type-graphql';

@ObjectType('Person')
@Directive('@key(fields: "id")')
export class Author {
  @Field(() => ID)
  id: string;

  @Field(() => String, { nullable: true })
  nickname: string | null;
}

@ObjectType()
@Directive('@key(fields: "id")')
export class Message {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  body: string;

  @Field(() => Author, { nullable: true })
  author: Author | null;
}

@ObjectType()
export class MessageAdded {
  @Field(() => ID)
  eventId: string;

  @Field(() => Message)
  message: Message;
}

const messageOf = (seq: number, authorId: string, body: string): Message =>
  Object.assign(new Message(), {
    id: `m${seq}`,
    body,
    author: Object.assign(new Author(), { id: authorId, nickname: `nick-${authorId}` }),
  });

/** The log of one room, in memory; wake-ups reach every follower at once. */
class Room implements LiveLog<Message>, WakeUps {
  #events: LiveEvent<Message>[] = [];
  readonly #wakes = new Set<() => void>();

  say(authorId: string, body: string): void {
    const seq = this.#events.length + 1;
    this.#events.push({ seq, occurredAt: new Date(), body: messageOf(seq, authorId, body) });
    for (const wake of this.#wakes) wake();
  }
  /** Says nothing to those who still follow it. */
  clear(): void {
    this.#events = [];
    this.#wakes.clear();
  }
  /** How many streams follow the room now. */
  get followers(): number {
    return this.#wakes.size;
  }
  readAfter = async (_topic: string, after: number, limit: number) => this.#events.slice(after, after + limit);
  bounds = async () => ({ last: this.#events.length, oldest: 1 });
  listen = async (_topic: string, wake: () => void) => {
    this.#wakes.add(wake);
    return () => void this.#wakes.delete(wake);
  };
  wake = async () => {};
}

export const room = new Room();

@Resolver()
export class RoomsResolver {
  @Query(() => [Message])
  messages(): Message[] {
    return ['ada', 'bob', 'nobody'].map((author, at) => messageOf(at + 1, author, `hello ${at + 1}`));
  }

  @Query(() => String, { nullable: true })
  roomsViewer(@Ctx() { call }: CallContext): string | null {
    return call.viewer?.id ?? null;
  }

  @Subscription(() => MessageAdded, {
    subscribe: ({ args, context }) => {
      if (args.room === 'private') throw new AccessError('FORBIDDEN');
      void context;
      const after = args.after === undefined || args.after === null ? undefined : Number(args.after);
      return follow(room, room, 'room', after ?? 0) as never;
    },
  })
  messageAdded(
    @Arg('room', () => ID) _room: string,
    @Arg('after', () => ID, { nullable: true }) _after: string | null,
    @Root() { seq, body }: LiveEvent<Message>,
  ): MessageAdded {
    return Object.assign(new MessageAdded(), { eventId: String(seq), message: body });
  }
}
