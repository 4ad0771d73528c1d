// Group rooms and direct rooms, and months of conversation in them, each room in the order of its days.
import { createRoom } from '@mosaic/content/use-cases/create-room';
import { markRoomRead } from '@mosaic/content/use-cases/mark-room-read';
import { openDirectRoom } from '@mosaic/content/use-cases/open-direct-room';
import { sendMessage } from '@mosaic/content/use-cases/send-message';
import { hours, later, minutes } from '@mosaic/kernel/values/time';
import { type Chance, namedChance, seededChance } from './chance.js';
import { exchange, houseTitles, roomTitles } from './small-talk.js';
import { daysBefore, granted, HISTORY_DAYS, type Inhabitant, inParallel, type Stage } from './stage.js';
import { atMoment, demoUuid, keyOf } from './timeline.js';

interface Plan {
  readonly title: string | null;
  readonly locale: 'en' | 'fr';
  readonly members: readonly Inhabitant[];
  /** How many short exchanges the room has seen. */
  readonly exchanges: number;
  readonly seed: number;
}

export async function fillRooms(stage: Stage, people: readonly Inhabitant[]): Promise<void> {
  const plans = planRooms(people);
  let filled = 0;
  let said = 0;
  await inParallel(plans, 3, async (plan) => {
    const saidHere = await stage.once(`room ${plan.seed}`, () => fillRoom(stage, plan));
    said += saidHere;
    filled += 1;
    if (filled % 10 === 0 || filled === plans.length) stage.say(`${filled} of ${plans.length} rooms, ${said} messages`);
  });
}

/**
 * Per language: a house room where the admin meets everybody, six groups, and two direct rooms for each person with
 * somebody of the same language.
 */
function planRooms(people: readonly Inhabitant[]): Plan[] {
  const chance = seededChance(2_000);
  const admins = people.filter(({ character }) => character.role === 'ADMIN');
  let seed = 3_000;
  return (['fr', 'en'] as const).flatMap((locale) => {
    const speakers = people.filter(({ character }) => character.locale === locale && character.role !== 'ADMIN');
    const groups = roomTitles[locale].map((title): Plan => {
      const members = chance.some(speakers, chance.between(5, 9));
      seed += 1;
      return { title, locale, members, exchanges: chance.between(9, 13), seed };
    });
    const pairs = speakers.flatMap((person, at) =>
      [1, 5].map((step): Plan => {
        const other = speakers[(at + step) % speakers.length] ?? person;
        seed += 1;
        return { title: null, locale, members: [person, other], exchanges: chance.between(2, 4), seed };
      }),
    );
    seed += 1;
    const house: Plan = { title: houseTitles[locale], locale, members: [...admins, ...speakers], exchanges: 10, seed };
    return [house, ...groups, ...pairs];
  });
}

/** How many messages were said. */
async function fillRoom(
  { content, today, once }: Stage,
  { title, locale, members, exchanges, seed }: Plan,
): Promise<number> {
  const chance = seededChance(seed);
  const [founder, ...others] = members as [Inhabitant, ...Inhabitant[]];
  const founded = daysBefore(today, HISTORY_DAYS);
  const found = async () => {
    if (title === null) return granted(await openDirectRoom(content, founder, { userId: others[0]?.id ?? '' }));
    const input = { title, memberIds: others.map(({ id }) => id), idempotencyKey: keyOf('room', seed) };
    return granted(await createRoom(content, founder, input));
  };
  const roomId = await once(`room ${seed} is founded`, () =>
    atMoment(founded, namedChance(`room ${seed}`), async () => (await found()).id as string),
  );

  let said = 0;
  let lastId: string | null = null;
  for (const began of moments(chance, founded, exchanges)) {
    const talking = chance.some(members, chance.between(2, Math.min(4, members.length)));
    let at = began;
    for (const [line, body] of exchange(locale, chance).entries()) {
      const author = talking[line % talking.length] ?? founder;
      at = later(at, minutes(chance.between(1, 9)));
      const input = { roomId, clientMessageId: demoUuid(chance), body };
      lastId = (await atMoment(at, chance, async () => granted(await sendMessage(content, author, input)))).id;
      said += 1;
    }
    if (lastId && chance.next() < 0.9) await readBy(content, talking, roomId, lastId);
  }
  return said;
}

async function readBy(content: Stage['content'], readers: readonly Inhabitant[], roomId: string, upTo: string) {
  for (const reader of readers) granted(await markRoomRead(content, reader, { roomId, upTo }));
}

/** `count` ascending moments between the founding and today, in waking hours. */
function moments(chance: Chance, founded: Date, count: number): Date[] {
  const chosen = Array.from({ length: count }, () => chance.between(0, HISTORY_DAYS - 1)).sort((a, b) => a - b);
  const times = chosen.map((day) => later(founded, hours(day * 24 + 7) + minutes(chance.between(0, 14 * 60))));
  return times.sort((a, b) => a.getTime() - b.getTime());
}
