// The last stage: the operation is admitted; run it and leave the answer on the passage.
import { Deadline } from '@mosaic/kernel/deadline/deadline';
import { filled, type Passage, type Stage } from '../passage.js';
import { Refused } from '../respond/refusals.js';
import type { StreamOpener } from '../subscriptions/open-stream.js';
import { type Call, nothingPassedOn } from './call.js';
import type { Executor } from './executor.js';

export interface Deadlines {
  readonly queryMs: number;
  readonly mutationMs: number;
}

export const execute =
  (executor: Executor, openStream: StreamOpener, deadlines: Deadlines): Stage['admit'] =>
  async (passage) => {
    const asked = filled(passage.asked, 'asked');
    const { operation: kind } = filled(passage.operation, 'operation');
    const call = callOf(passage, kind === 'mutation' ? deadlines.mutationMs : deadlines.queryMs);
    try {
      if (kind === 'subscription') {
        const document = filled(passage.document, 'document');
        passage.answer = await openStream({ ...asked, document }, call, filled(passage.socket, 'socket'));
      } else {
        const { operationName, variables = {} } = asked;
        const operation = { document: filled(passage.document, 'document'), operationName, variables };
        passage.answer = { kind: 'outcome', outcome: await executor.execute(operation, call) };
      }
      return null;
    } catch (error) {
      passage.log.error('an operation could not be executed', { error });
      return Refused.as('INTERNAL');
    }
  };

const callOf = ({ viewer, guest, locale, requestId, gone, log }: Passage, budget: number): Call => ({
  viewer,
  guest,
  locale,
  requestId,
  passedOn: nothingPassedOn,
  access: JSON.stringify([viewer, guest, locale]),
  gone,
  log,
  deadline: Deadline.in(budget),
});
