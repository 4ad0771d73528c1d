// Regular expressions: MongoDB's PCRE patterns as JavaScript ones, refused when they cannot be the same.
import { BSONRegExp } from 'bson';
import { CommandError, unsupported } from '../errors.js';
import type { Value } from './types.js';

const invalid = (reason: string): CommandError =>
  new CommandError(51091, 'Location51091', `Regular expression is invalid: ${reason}`);

/** `options` are MongoDB's: i, m, s, x and u. Throws when the pattern or an option is not understood. */
export function compilePattern(pattern: string, options: string, extraFlags = ''): RegExp {
  for (const option of options) {
    if (option === 'x') throw unsupported('the regex option x');
    if (!'imsu'.includes(option))
      throw new CommandError(51108, 'Location51108', `invalid flag in regex options: ${option}`);
  }
  // PCRE allows leading (?i): the one inline form that people write.
  const inline = /^\(\?([ims]+)\)/.exec(pattern);
  const source = inline ? pattern.slice(inline[0].length) : pattern;
  const flags = new Set([...options, ...(inline?.[1] ?? ''), ...extraFlags]);
  try {
    return new RegExp(source, [...flags].join(''));
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : String(error));
  }
}

/** Whether a value matches: strings by the pattern, regexes by being the same one. */
export function regexTest(regex: BSONRegExp): (value: Value) => boolean {
  const compiled = compilePattern(regex.pattern, regex.options);
  return (value) =>
    typeof value === 'string'
      ? compiled.test(value)
      : value instanceof BSONRegExp && value.pattern === regex.pattern && value.options === regex.options;
}
