// The answers of one subgraph as ready HTTP messages, worked out once per request body: a memory, not a server to measure.
import { buildASTSchema, execute, parse, validate } from 'graphql';
import { roots } from './records.js';
import { executableSdlOf, type SubgraphName } from './schemas.js';

/** More bodies than any benchmark sends. */
const MOST_REMEMBERED = 20_000;

/** The whole HTTP answer for a request's body, both as latin1 text. */
export type Answers = (body: string) => Promise<string> | string;

export function answersOf(name: SubgraphName): Answers {
  const schema = buildASTSchema(parse(executableSdlOf(name)));
  const known = new Map<string, string>();
  const workOut = async (body: string): Promise<string> => {
    const { query, variables } = JSON.parse(Buffer.from(body, 'latin1').toString()) as {
      query: string;
      variables?: Record<string, unknown>;
    };
    const document = parse(query);
    const errors = validate(schema, document);
    if (errors.length > 0) return asHttp(400, { errors });
    const result = await execute({ schema, document, rootValue: roots[name], variableValues: variables ?? {} });
    const answer = asHttp(200, result);
    if (known.size < MOST_REMEMBERED) known.set(body, answer);
    return answer;
  };
  return (body) => known.get(body) ?? workOut(body);
}

export function asHttp(status: number, json: object): string {
  const body = Buffer.from(JSON.stringify(json)).toString('latin1');
  const type = 'content-type: application/json; charset=utf-8';
  return `HTTP/1.1 ${status} \r\n${type}\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}
