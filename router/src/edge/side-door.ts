// What is no GraphQL but lives on the same origin stands behind side doors: the first one that knows the path answers.
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers the request and resolves true, or resolves false, having sent nothing, when the path is none of its own. */
export type SideDoor = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export const firstOf =
  (...doors: readonly SideDoor[]): SideDoor =>
  async (request, response) => {
    for (const open of doors) if (await open(request, response)) return true;
    return false;
  };

/** Without the query, and not decoded. */
export const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?')[0] ?? '/';

/** Whether the request only reads. */
export const isReading = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD';
