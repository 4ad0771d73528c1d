// The last stage: the operation is admitted; run it and leave the answer on the passage.
import { Deadline } from '@mosaic/kernel/deadline/deadline';
import { filled, type Passage, type Stage } from '../passage.js';
import { maskErrors } from '../respond/mask-errors.js';
import { Refused } from '../respond/refusals.js';
import type { StreamOpener } from '../subscriptions/open-stream.js';
import { type Call, nothingPassedOn } from './call.js';
import type { Executor } from './executor.js';
import { Turns } from './turns.js';

export interface Deadlines {
  readonly queryMs: number;
  readonly mutationMs: number;
}

export const execute =
  (executor: Executor, openStream: StreamOpener, deadlines: Deadlines, turns = new Turns()): Stage['admit'] =>
  async (passage) => {
    const asked = filled(passage.asked, 'asked');
    const { operation: kind } = filled(passage.operation, 'operation');
    const budget = kind === 'mutation' ? deadlines.mutationMs : deadlines.queryMs;
    try {
      if (kind === 'subscription') {
        const document = filled(passage.document, 'document');
        const identity = passage.socket ? passage.socket.identity : passage.identity;
        const terms = { until: identity?.expiresAt ?? null, mask: passage.mask ?? maskErrors };
        passage.answer = await openStream({ ...asked, document }, kept(callOf(passage, budget)), terms);
      } else {
        const { operationName, variables = {} } = asked;
        const operation = { document: filled(passage.document, 'document'), operationName, variables };
        const call = callOf(passage, budget); // now: waiting for a turn is part of the budget
        passage.answer = { kind: 'outcome', outcome: await turns.take(() => executor.execute(operation, call)) };
      }
      return null;
    } catch (error) {
      passage.log.error('an operation could not be executed', { error });
      return Refused.as('INTERNAL');
    }
  };

function callOf(passage: Passage, budget: number): Call {
  const { viewer, guest, locale, requestId, passedOn = nothingPassedOn } = passage;
  const access = JSON.stringify(passage.passedOn ?? [viewer, guest, locale]);
  return new PassageCall(passage, viewer, guest, locale, requestId, passedOn, access, Deadline.in(budget));
}

/** The call of a stream lives on: it holds nothing of the passage, and each event has its own way to see who has left. */
function kept(call: Call): Call {
  const { viewer, guest, locale, requestId, passedOn, access, deadline, log } = call;
  return { viewer, guest, locale, requestId, passedOn, access, deadline, log, hasLeft: false };
}

/** Most calls are over before anybody needs their logger, which a passage makes when it is asked. */
class PassageCall implements Call {
  constructor(
    private readonly passage: Passage,
    readonly viewer: Call['viewer'],
    readonly guest: Call['guest'],
    readonly locale: Call['locale'],
    readonly requestId: string,
    readonly passedOn: Call['passedOn'],
    readonly access: string,
    readonly deadline: Deadline,
  ) {}

  get hasLeft(): boolean {
    return this.passage.hasLeft;
  }

  get log(): Call['log'] {
    return this.passage.log;
  }
}
