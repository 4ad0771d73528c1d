// Some people measure themselves: weeks of readings, with rules that are breached now and then.
import { acknowledgeAlert } from '@mosaic/content/use-cases/acknowledge-alert';
import { createAlertRule } from '@mosaic/content/use-cases/create-alert-rule';
import { createMonitor } from '@mosaic/content/use-cases/create-monitor';
import { recordReading } from '@mosaic/content/use-cases/record-reading';
import { hours, later } from '@mosaic/kernel/values/time';
import { type Chance, seededChance } from './chance.js';
import { monitorNames } from './small-talk.js';
import { daysBefore, granted, type Inhabitant, inParallel, type Stage } from './stage.js';
import { atMoment, demoUuid } from './timeline.js';

const WEEKS = 6;

const FIRST = { size: 1, direction: 'forward', after: null, before: null, scope: 'demo' } as const;

/** What a normal day looks like, and the threshold that a bad one breaks. Parallel to monitorNames. */
const habits = [
  { usual: 7.4, spread: 0.9, comparison: 'LT', threshold: 6 },
  { usual: 61, spread: 5, comparison: 'GT', threshold: 68 },
  { usual: 72, spread: 0.8, comparison: 'GTE', threshold: 74 },
] as const;

export async function takeReadings(stage: Stage, people: readonly Inhabitant[]): Promise<void> {
  // Camille and Olivia, whose accounts a stranger is shown, are among them.
  const measured = people.filter(({ character }, at) => character.role === 'USER' && at % 6 === 3);
  await inParallel([...measured.entries()], 2, ([at, person]) =>
    stage.once(`readings of ${person.character.email}`, () => measure(stage, person, seededChance(9_000 + at))),
  );
  stage.say(`${measured.length} people have ${WEEKS} weeks of readings`);
}

async function measure({ content, today }: Stage, person: Inhabitant, chance: Chance): Promise<void> {
  const begun = daysBefore(today, WEEKS * 7);
  // An earlier filling that was interrupted left its monitors; their readings are known by their keys.
  const earlier = await content.read.monitorsOf(person, { ...FIRST, size: habits.length });
  for (const [index, habit] of habits.entries()) {
    const [name = '', unit = ''] = monitorNames[person.character.locale][index] ?? [];
    const monitor = await atMoment(begun, chance, async () => {
      const there = earlier.find((one) => one.name === name);
      if (there) return there;
      const made = granted(await createMonitor(content, person, { name, unit }));
      const { comparison, threshold } = habit;
      granted(await createAlertRule(content, person, { monitorId: made.id, comparison, threshold }));
      return made;
    });
    for (let day = 0; day < WEEKS * 7; day += 1) {
      const at = later(begun, hours(day * 24 + 7));
      const value = Math.round((habit.usual + habit.spread * bell(chance)) * 10) / 10;
      const input = { monitorId: monitor.id, value, at, idempotencyKey: demoUuid(chance) };
      await atMoment(at, chance, async () => granted(await recordReading(content, person, input)));
    }
  }
  await acknowledgeOldest(content, person);
}

/** About normal: mean 0, most of it within -2 and 2. */
const bell = (chance: Chance): number => (chance.next() + chance.next() + chance.next() - 1.5) * 2;

async function acknowledgeOldest(content: Stage['content'], person: Inhabitant): Promise<void> {
  const [oldest] = await content.read.alertsOf(person, { ...FIRST, direction: 'backward' }, { status: 'OPEN' });
  if (oldest) granted(await acknowledgeAlert(content, person, { alertId: oldest.id }));
}
