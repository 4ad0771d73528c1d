// One GraphQL request over HTTP with everything that came back, for proofs that look at partial answers and at time.

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the proofs state the shape they expect
  data: any;
  /** The codes of its errors, in their order. */
  codes: string[];
  errors: { message: string; path?: (string | number)[]; extensions: { code: string; requestId: string } }[];
  /** From the call to the last byte. */
  ms: number;
}

/** Rejects when no answer came: the connection was refused or cut, or 15 s are over. */
export async function post(
  url: string,
  query: string,
  options: { variables?: Record<string, unknown>; token?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { variables = {}, token, headers } = options;
  const began = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }), ...headers },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(15_000),
  });
  const { data = null, errors = [] } = (await response.json()) as Partial<Answer>;
  const codes = errors.map(({ extensions }) => extensions.code);
  return { status: response.status, data, codes, errors, ms: performance.now() - began };
}
