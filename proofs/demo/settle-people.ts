// Everybody signs up, says who they are, and gets their role.
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import { hours, later } from '@mosaic/kernel/values/time';
import { grantRole } from '@mosaic/users/use-cases/grant-role';
import { signIn } from '@mosaic/users/use-cases/sign-in';
import { signUp } from '@mosaic/users/use-cases/sign-up';
import { updateProfile } from '@mosaic/users/use-cases/update-profile';
import { cast, DEMO_PASSWORD } from './cast.js';
import { seededChance } from './chance.js';
import { daysBefore, granted, HISTORY_DAYS, type Inhabitant, inParallel, type Stage } from './stage.js';
import { atMoment } from './timeline.js';

/** In the order of the cast. */
export async function settlePeople({ users, today, say, once }: Stage): Promise<Inhabitant[]> {
  const settled: Inhabitant[] = [];
  await inParallel([...cast.entries()], 4, async ([index, character]) => {
    const chance = seededChance(1_000 + index);
    const arrived = later(daysBefore(today, HISTORY_DAYS + chance.between(1, 30)), hours(chance.between(7, 21)));
    const { name: displayName, email, locale, bio, role } = character;
    const settle = () =>
      atMoment(arrived, chance, async () => {
        const proof = { email, password: DEMO_PASSWORD };
        const signedUp = await signUp(users, { ...proof, displayName, locale });
        // Somebody is there already when an earlier filling was interrupted.
        const { user } = granted(isRefusal(signedUp) ? await signIn(users, proof) : signedUp);
        const viewer = { id: user.id, sessionId: '', role };
        granted(await updateProfile(users, viewer, { bio, expectedVersion: user.version }));
        if (role !== 'USER') granted(await grantRole(users, { email, role }));
        return user.id;
      });
    const id = (await once(`${email} settles`, settle)) as Inhabitant['id'];
    settled[index] = { id, sessionId: '', role, character };
  });
  say(`${settled.length} people have accounts`);
  return settled;
}
