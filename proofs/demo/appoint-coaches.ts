// The admin lists the specialties; those who coach apply, and are approved.
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import { retype } from '@mosaic/kernel/values/ids';
import { hours, later } from '@mosaic/kernel/values/time';
import { applyAsCoach } from '@mosaic/users/use-cases/apply-as-coach';
import { createSpecialty } from '@mosaic/users/use-cases/edit-specialties';
import { reviewCoach } from '@mosaic/users/use-cases/review-coach';
import { namedChance } from './chance.js';
import { practices, specialties } from './practices.js';
import { daysBefore, granted, HISTORY_DAYS, type Inhabitant, named, type Stage } from './stage.js';
import { atMoment } from './timeline.js';

export async function appointCoaches({ users, today, say }: Stage, people: readonly Inhabitant[]): Promise<void> {
  const admin = named(people, 'Alex Moreno');
  const opened = daysBefore(today, HISTORY_DAYS);
  for (const [nameEn, nameFr] of specialties) {
    const made = await atMoment(opened, namedChance(nameEn), () => createSpecialty(users, admin, { nameEn, nameFr }));
    if (isRefusal(made) && made.code !== 'SPECIALTY_EXISTS') granted(made);
  }
  const offered = await users.specialties.offered('');
  const idOf = (name: string) => offered.find(({ nameEn }) => nameEn === name)?.id ?? '';

  for (const [index, { name, headline, rate, timeZone, knows }] of practices.entries()) {
    const coach = named(people, name);
    const applied = later(opened, hours(index * 5 + 2));
    await atMoment(applied, namedChance(`${name} applies`), async () => {
      const specialtyIds = knows.map(idOf);
      const offer = { headline, bio: coach.character.bio, hourlyRate: rate, timeZone, specialtyIds };
      const application = await applyAsCoach(users, coach, offer);
      if (isRefusal(application) && application.code !== 'COACH_EXISTS') granted(application);
    });
    const review = { coachId: retype('Coach', coach.id), decision: 'APPROVED', reason: 'References checked.' } as const;
    await atMoment(later(applied, hours(26)), namedChance(`${name} is approved`), async () =>
      granted(await reviewCoach(users, admin, review)),
    );
  }
  say(`${practices.length} coaches are approved`);
}
