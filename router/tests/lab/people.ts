// A small subgraph that owns people, and answers who asks.
import 'reflect-metadata';
import { refuse } from '@mosaic/kernel/refusal/catalogue';
import { RefusedError } from '@mosaic/kernel/refusal/refusal';
import type { CallContext } from '@mosaic/kernel/subgraph/call';
import { Arg, Ctx, Directive, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';

@ObjectType()
@Directive('@key(fields: "id")')
export class Person {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  name: string;

  @Field(() => String, { nullable: true })
  askedBy: string | null;
}

/** What a test may change, and read, of the running subgraph. */
export const people = {
  /** Awaited by every person that is looked up. */
  delay: atOnce,
  /** Ids whose look-up fails: with a coded refusal, or with a bug that holds a secret. */
  refused: new Set<string>(),
  broken: new Set<string>(),
  signedIn: [] as string[],
  /** Claims of the calls received. */
  calls: [] as { viewer: string | null; guest: string | null; locale: string; requestId: string; leftMs: number }[],
  clear(): void {
    this.delay = atOnce;
    this.refused.clear();
    this.broken.clear();
    this.signedIn.length = 0;
    this.calls.length = 0;
  },
};

async function atOnce(): Promise<void> {}

export async function findPerson({ id }: { id: string }, { call }: CallContext): Promise<Person | null> {
  await people.delay();
  if (people.refused.has(id)) throw new RefusedError(refuse('NOT_FOUND'));
  if (people.broken.has(id)) throw new Error('connect ECONNREFUSED postgres://root:hunter2@10.0.3.7:5432/users');
  if (id === 'nobody') return null;
  return Object.assign(new Person(), { id, name: `Person ${id}`, askedBy: call.viewer?.id ?? null });
}

@Resolver()
export class PeopleResolver {
  @Query(() => String, { nullable: true })
  whoAmI(@Ctx() { call }: CallContext): string | null {
    people.calls.push({
      viewer: call.viewer?.id ?? null,
      guest: call.guest,
      locale: call.locale,
      requestId: call.requestId,
      leftMs: call.deadline.remaining(),
    });
    return call.viewer?.id ?? null;
  }

  @Query(() => Person, { nullable: true })
  person(@Arg('id', () => ID) id: string, @Ctx() context: CallContext): Promise<Person | null> {
    return findPerson({ id }, context);
  }

  @Mutation(() => Boolean)
  signIn(@Arg('name', () => String) name: string): boolean {
    people.signedIn.push(name);
    return true;
  }

  @Mutation(() => Boolean)
  async rename(@Arg('name', () => String) _name: string): Promise<boolean> {
    await people.delay();
    return true;
  }
}
