// What a test may ask of the simulator in another process: POST /simulator/<page> with a form, under the secret key.

import { Desk } from '../api/desk.js';
import { authenticate } from '../api/payment-intents.js';
import type { Event } from '../objects/shapes.js';
import type { Books } from '../store/books.js';
import type { Courier } from '../webhooks/courier.js';

export interface TestHooks {
  /** From now on each event is delivered so often, each time after so long. */
  deliver(plan: { copies?: number; delayMs?: number }): void;
  /** Keeps events back until `release`. */
  hold(): void;
  /** Lets them go, rearranged when asked. Answers how many deliveries began. */
  release(arrange?: (deliveries: Event[]) => Event[]): number;
  /** Resolves when every delivery was taken. */
  delivered(): Promise<void>;
  /** The card's owner agrees to an intent in requires_action. */
  authenticate(intentId: string): void;
  /** The answers to the next requests to addresses that end so get lost after their effect, e.g. '/confirm'. */
  loseAnswers(pathEnd: string, count?: number): void;
}

export const shuffled = <T>(things: readonly T[], random: () => number = Math.random): T[] =>
  things
    .map((thing) => [random(), thing] as const)
    .sort(([a], [b]) => a - b)
    .map(([, thing]) => thing);

export function testHooks(books: Books, courier: Courier, hasEndpoint: boolean) {
  const lost = new Map<string, number>();
  const hooks: TestHooks = {
    deliver({ copies = 1, delayMs = 0 }) {
      courier.copies = copies;
      courier.delayMs = delayMs;
    },
    hold: () => courier.hold(),
    release: (arrange) => courier.release(arrange),
    delivered: () => courier.settled(),
    authenticate(intentId) {
      const desk = new Desk(books, { id: null, idempotency_key: null }, hasEndpoint ? 1 : 0);
      authenticate(desk, intentId);
      books.keep();
      for (const event of desk.events) courier.send(event);
    },
    loseAnswers: (pathEnd, count = 1) => void lost.set(pathEnd, count),
  };
  const losesAnswer = (path: string): boolean => {
    for (const [end, left] of lost)
      if (left > 0 && path.endsWith(end)) {
        lost.set(end, left - 1);
        return true;
      }
    return false;
  };
  return { hooks, losesAnswer, page: pagesOf(hooks) };
}

const pagesOf =
  (hooks: TestHooks) =>
  (path: string, form: URLSearchParams): unknown => {
    const number = (name: string, absent: number) => Number(form.get(name) ?? absent);
    switch (path.slice('/simulator/'.length)) {
      case 'deliver':
        hooks.deliver({ copies: number('copies', 1), delayMs: number('delayMs', 0) });
        return {};
      case 'hold':
        hooks.hold();
        return {};
      case 'release':
        return { deliveries: hooks.release(form.get('order') === 'shuffled' ? shuffled : undefined) };
      case 'authenticate':
        hooks.authenticate(form.get('payment_intent') ?? '');
        return {};
      case 'lose-answers':
        hooks.loseAnswers(form.get('path_end') ?? '', number('count', 1));
        return {};
      default:
        return undefined;
    }
  };
