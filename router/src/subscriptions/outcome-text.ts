// What an operation came to, as it leaves: the JSON text of an execution result, masked.
import type { Call } from '../plan/call.js';
import type { Outcome } from '../plan/executor.js';
import type { ErrorMask } from '../respond/mask-errors.js';

export function outcomeText(
  { data, errors, extensions }: Outcome,
  mask: ErrorMask,
  call: Pick<Call, 'log' | 'requestId'>,
): string {
  const parts: string[] = [];
  if (errors.length > 0) parts.push(`"errors":${JSON.stringify(mask(errors, call.log, call.requestId))}`);
  if (data !== undefined) parts.push(`"data":${data}`);
  if (extensions) parts.push(`"extensions":${JSON.stringify(extensions)}`);
  return `{${parts.join(',')}}`;
}
