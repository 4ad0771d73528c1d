// Windows of time as ISO 8601 durations of exact length: weeks, days, hours, minutes, seconds.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { days, hours, type Milliseconds, minutes, seconds } from '@mosaic/kernel/values/time';
import { refuse } from './refusals.js';

const SHAPE = /^P(?:(\d+)W|(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?)$/;
const LONGEST = days(3_660);

/** Refuses (BAD_INPUT) years and months, whose length varies, fractions, zero, and anything beyond ten years. */
export function readDuration(text: string): Milliseconds | Refusal {
  const [matched, w = 0, d = 0, h = 0, m = 0, s = 0] = (SHAPE.exec(text) ?? []).map((part, at) =>
    at === 0 ? part : Number(part ?? 0),
  );
  if (matched === undefined) {
    return refuse('BAD_INPUT', {
      reason: 'write a duration as P1W, or in days, hours, minutes and seconds as P7DT12H',
    });
  }
  const length = days(Number(w) * 7 + Number(d)) + hours(Number(h)) + minutes(Number(m)) + seconds(Number(s));
  if (length === 0 || length > LONGEST) return refuse('BAD_INPUT', { reason: 'a window lasts 1 second to 3660 days' });
  return length;
}
