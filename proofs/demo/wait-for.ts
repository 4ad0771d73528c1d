// Some things in the demo world come by events of the running services, so an act that needs them asks again for a while.
import { setTimeout as pass } from 'node:timers/promises';
import { AccessError, isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { minutes, seconds } from '@mosaic/kernel/values/time';
import { granted } from './stage.js';

const LONGEST = minutes(2);
const ASK_AGAIN = seconds(0.2);

/** The first answer that is not null. Throws when there is none within two minutes. */
export async function waitFor<T>(what: string, ask: () => Promise<T | null>): Promise<T> {
  for (const began = Date.now(); Date.now() - began < LONGEST; ) {
    const answer = await ask();
    if (answer !== null) return answer;
    await pass(ASK_AGAIN);
  }
  throw new Error(`the demo world waited in vain for ${what}`);
}

/** The answer of a use case, asked again for as long as it is this refusal, or this code of an AccessError. */
export const waitOut = <T>(code: string, ask: () => Promise<T | Refusal>): Promise<T> =>
  waitFor(`the end of ${code}`, async () => {
    try {
      const answer = await ask();
      return isRefusal(answer) && answer.code === code ? null : granted(answer);
    } catch (error) {
      if (error instanceof AccessError && error.code === code) return null;
      throw error;
    }
  });
