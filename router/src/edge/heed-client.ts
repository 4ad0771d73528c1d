// What may become of a client of node:http while it is answered: its body comes too slowly, or it leaves.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { seconds } from '@mosaic/kernel/values/time';
import type { HttpPassage } from './http-passage.js';

/** For the body of an operation; the answer may take longer. */
const OPERATION_PATIENCE = seconds(15);

export const heedClient =
  (request: IncomingMessage, response: ServerResponse) =>
  (passage: HttpPassage): void => {
    const patience = setTimeout(() => {
      if (!request.complete) request.destroy();
    }, OPERATION_PATIENCE);
    response.once('close', () => {
      clearTimeout(patience);
      if (!response.writableFinished) passage.leave();
    });
  };
