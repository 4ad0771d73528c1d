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

export function execute(
  executor: Executor,
  openStream: StreamOpener,
  deadlines: Deadlines,
  turns = new Turns(),
): Stage['admit'] {
  return (passage) => {
    const { operation: kind } = filled(passage.operation, 'operation');
    // Now, because waiting for a turn is part of the budget.
    const call = callOf(passage, kind === 'mutation' ? deadlines.mutationMs : deadlines.queryMs);
    const work =
      kind === 'subscription' ? () => subscribe(passage, call) : () => turns.take(() => answer(passage, call));
    return work().then(
      () => null,
      (error: unknown) => {
        passage.log.error('an operation could not be executed', { error });
        return Refused.as('INTERNAL');
      },
    );
  };

  async function answer(passage: Passage, call: Call): Promise<void> {
    const { operationName, variables = {} } = filled(passage.asked, 'asked');
    const operation = { document: filled(passage.document, 'document'), operationName, variables };
    passage.answer = { kind: 'outcome', outcome: await executor.execute(operation, call) };
  }

  async function subscribe(passage: Passage, call: Call): Promise<void> {
    const operation = { ...filled(passage.asked, 'asked'), document: filled(passage.document, 'document') };
    const identity = passage.socket ? passage.socket.identity : passage.identity;
    const terms = { until: identity?.expiresAt ?? null, mask: passage.mask ?? maskErrors };
    passage.answer = await openStream(operation, kept(call), terms);
  }
}

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
