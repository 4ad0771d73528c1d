// People follow each other, tell everybody something, like it and comment on it.
import type { Comment } from '@mosaic/content/domain/comment';
import { type AddComment, addComment } from '@mosaic/content/use-cases/add-comment';
import { createPost } from '@mosaic/content/use-cases/create-post';
import { followUser } from '@mosaic/content/use-cases/follow-user';
import { likePost } from '@mosaic/content/use-cases/like-post';
import { hours, later, minutes } from '@mosaic/kernel/values/time';
import { namedChance } from './chance.js';
import { hangPicture } from './hang-pictures.js';
import { type PostPlan, postPlans } from './post-texts.js';
import { daysBefore, granted, HISTORY_DAYS, type Inhabitant, inParallel, named, type Stage } from './stage.js';
import { atMoment, keyOf } from './timeline.js';

export async function tellPosts(stage: Stage, people: readonly Inhabitant[]): Promise<void> {
  await inParallel(people, 2, (person) =>
    stage.once(`${person.character.name} follows`, () => follow(stage, person, people)),
  );
  // One after the other: a feed has the order in which they were told.
  for (const plan of postPlans) {
    const author = named(people, plan.author);
    const at = later(daysBefore(stage.today, plan.daysAgo), hours(plan.hour));
    const what = `post of ${plan.author}, ${plan.daysAgo} days ago`;
    const postId = await stage.once(what, () => tell(stage, author, plan, at));
    await stage.once(`answers to the ${what}`, () => answer(stage, { plan, postId, at }, people));
  }
  stage.say(`${postPlans.length} posts with likes and comments`);
}

/** Three coaches or others of the same language, and the admin the coaches. */
async function follow({ content, today }: Stage, person: Inhabitant, people: readonly Inhabitant[]): Promise<void> {
  const { name, locale, role } = person.character;
  const chance = namedChance(`${name} follows`);
  const coaches = people.filter(({ character }) => character.role === 'COACH');
  const around = people.filter((other) => other !== person && other.character.locale === locale);
  for (const { id: userId } of role === 'ADMIN' ? coaches : chance.some(around, chance.between(2, 5))) {
    const at = later(daysBefore(today, chance.between(10, HISTORY_DAYS - 10)), hours(chance.between(7, 21)));
    await atMoment(at, chance, async () => granted(await followUser(content, person, { userId })));
  }
}

async function tell(stage: Stage, author: Inhabitant, { body, pictures = [] }: PostPlan, at: Date): Promise<string> {
  const mediaIds: string[] = [];
  for (const picture of pictures) mediaIds.push(await hangPicture(stage, author, 'POST', picture));
  const idempotencyKey = keyOf('post', author.character.name, body);
  return atMoment(at, namedChance(body), async () =>
    granted(await createPost(stage.content, author, { body, mediaIds, idempotencyKey })),
  ).then(({ id }) => id);
}

interface Told {
  readonly plan: PostPlan;
  readonly postId: string;
  readonly at: Date;
}

async function answer({ content, today }: Stage, { plan, postId, at }: Told, people: readonly Inhabitant[]) {
  const chance = namedChance(`answers to ${plan.body}`);
  for (const fan of chance.some(people, plan.likes))
    await atMoment(later(at, minutes(chance.between(3, 600))), chance, async () =>
      granted(await likePost(content, fan, { postId })),
    );
  let parentId: string | null = null;
  for (const [index, [name, body, isAnswer]] of plan.comments.entries()) {
    const moment = later(at, minutes(20 + index * 25));
    const said: AddComment = {
      postId,
      body,
      parentId: isAnswer ? parentId : null,
      idempotencyKey: keyOf('comment', postId, body),
    };
    const comment: Comment = await atMoment(moment < today ? moment : at, chance, async () =>
      granted(await addComment(content, named(people, name), said)),
    );
    if (!isAnswer) parentId = comment.id;
  }
}
