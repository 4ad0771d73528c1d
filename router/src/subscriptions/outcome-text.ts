// What an operation came to, as it leaves: the JSON text of an execution result, masked, in bytes.
import { type ByteText, byteText } from '../bounds/byte-text.js';
import type { Call } from '../plan/call.js';
import type { Outcome } from '../plan/executor.js';
import type { ErrorMask } from '../respond/mask-errors.js';

export function outcomeText(
  { data, errors, extensions }: Outcome,
  mask: ErrorMask,
  call: Pick<Call, 'log' | 'requestId'>,
): ByteText {
  let text = '{';
  if (errors.length > 0) text += `"errors":${json(mask(errors, call.log, call.requestId))}`;
  if (data !== undefined) text += `${text === '{' ? '' : ','}"data":${data}`;
  if (extensions) text += `${text === '{' ? '' : ','}"extensions":${json(extensions)}`;
  return `${text}}` as ByteText;
}

const json = (value: object) => byteText(JSON.stringify(value));
