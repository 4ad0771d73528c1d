// What a client takes, read from its Accept header (RFC 9110, section 12.5.1; GraphQL over HTTP, "Accept").
import {
  type Accepted,
  type AnswerFormat,
  acceptsAnything,
  mediaTypes,
  type StreamFormat,
} from '../respond/answer-format.js';

interface Range {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly quality: number;
  /** Where it stands in the header: the first of two equals is preferred. */
  readonly at: number;
}

/** Null when the client takes nothing that we could send. Without a header everything is taken. */
export function readAccept(accept: string | undefined): Accepted | null {
  if (accept === undefined || accept.trim() === '') return acceptsAnything;
  const ranges = splitOutside(accept, ',').flatMap((text, at) => rangeOf(text, at) ?? []);
  const json = jsonOf(ranges);
  const stream = best(
    named(ranges, 'event-stream'),
    ranges.find((range) => range.type === mediaTypes.multipart && isSubscriptionSpec(range) && range.quality > 0),
  );
  const streamFormat = stream ? formatOf(stream) : null;
  // One result is streamed only to a client that would rather have it so.
  if (json && json.quality >= (stream?.quality ?? 0)) return { answer: json.format, stream: streamFormat };
  return streamFormat && { answer: streamFormat, stream: streamFormat };
}

/** The better type of JSON, each judged by the most specific range that speaks of it. */
function jsonOf(ranges: readonly Range[]): { readonly format: AnswerFormat; readonly quality: number } | null {
  const wildcard = best(ranges.find(isOf('application/*')) ?? ranges.find(isOf('*/*')));
  const [modern, legacy] = (['graphql-response', 'json'] as const).map((format) => {
    const own = ranges.find(isOf(mediaTypes[format]));
    return own ? best(own) : wildcard;
  });
  const preferred = best(modern, legacy);
  if (!preferred) return null;
  if (modern === legacy) return { format: 'either', quality: preferred.quality };
  return { format: preferred === modern ? 'graphql-response' : 'json', quality: preferred.quality };
}

const formatOf = ({ type }: Range): StreamFormat => (type === mediaTypes.multipart ? 'multipart' : 'event-stream');
const isOf = (type: string) => (range: Range) => range.type === type;
const named = (ranges: readonly Range[], format: StreamFormat) => best(ranges.find(isOf(mediaTypes[format])));

/** The range of the highest quality, then the first one; those of quality 0 are refused. */
function best(...ranges: readonly (Range | undefined)[]): Range | undefined {
  const wanted = ranges.filter((range) => range !== undefined && range.quality > 0) as Range[];
  return wanted.sort((a, b) => b.quality - a.quality || a.at - b.at)[0];
}

/** Undefined for what is no media range, and for one that wants another charset than ours. */
function rangeOf(text: string, at: number): Range | undefined {
  const [type = '', ...rest] = splitOutside(text, ';').map((part) => part.trim());
  if (!/^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+$/.test(type)) return undefined;
  const parameters = new Map<string, string>();
  for (const parameter of rest) {
    const [name = '', value = ''] = parameter.split(/=(.*)/s);
    parameters.set(name.trim().toLowerCase(), value.trim().replace(/^"(.*)"$/s, '$1'));
  }
  const charset = parameters.get('charset') ?? 'utf-8';
  if (!/^(utf-?8|\*)$/i.test(charset)) return undefined;
  const quality = Number(parameters.get('q') ?? 1);
  return { type: type.toLowerCase(), parameters, quality: quality >= 0 && quality <= 1 ? quality : 0, at };
}

const isSubscriptionSpec = ({ parameters }: Range) => parameters.get('subscriptionspec') === '1.0';

/** Splits where the separator stands outside of quotes. */
function splitOutside(text: string, separator: ',' | ';'): string[] {
  const parts: string[] = [];
  let isQuoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted;
    if (text[at] !== separator || isQuoted) continue;
    parts.push(text.slice(from, at));
    from = at + 1;
  }
  return [...parts, text.slice(from)];
}
