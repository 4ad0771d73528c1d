// The plan of an operation goes into its answer while developing, for who asks, and never otherwise.
import { describe, expect, it } from 'vitest';
import { useDoor } from '../lab/door.js';
import { rawAsk } from '../lab/raw-http.js';

const answerTo = async (url: string, body: object, headers: Record<string, string>) => {
  const answer = await rawAsk(url, body, headers);
  await answer.ended;
  return answer.text;
};
const QUERY = { query: 'query A { hello } query B { broken }', operationName: 'A' };

describe('while developing', () => {
  const lab = useDoor({ showsSandbox: true });

  it.each(['x-mosaic-plan', 'apollo-query-plan-experimental'])('is shown to who asks by %s', async (name) => {
    expect(await answerTo(lab.url, QUERY, { [name]: 'show' })).toBe(
      '{"data":{"hello":"hello you"},"extensions":{"queryPlan":"the plan of A"}}\n',
    );
  });

  it('is not shown unasked, nor where nothing was run', async () => {
    expect(await answerTo(lab.url, QUERY, {})).toBe('{"data":{"hello":"hello you"}}\n');
    const refused = { query: 'query ($name: String!) { hello(name: $name) }', variables: { name: 1 } };
    expect(await answerTo(lab.url, refused, { 'x-mosaic-plan': 'show' })).not.toContain('queryPlan');
  });
});

describe('in production', () => {
  const lab = useDoor({ showsSandbox: false });

  it('is shown to nobody', async () => {
    expect(await answerTo(lab.url, QUERY, { 'x-mosaic-plan': 'show' })).toBe('{"data":{"hello":"hello you"}}\n');
  });
});
