// A browser as far as cookies go: keeps what it is told to keep, and says which page asks.
import { parseSetCookie, type SetCookie, stringifyCookie } from 'cookie';
import { type Reply, read } from './ask.js';

export interface Answer extends Reply {
  /** The body of an answer that is no GraphQL. */
  // biome-ignore lint/suspicious/noExplicitAny: the tests state the shape they expect
  readonly body: any;
  readonly set: SetCookie[];
}

export class Browser {
  readonly jar = new Map<string, string>();

  /** Its page comes from the origin of the server, unless told otherwise. */
  constructor(
    readonly server: string,
    readonly page: string = server,
  ) {}

  get cookie(): string {
    return stringifyCookie(Object.fromEntries(this.jar));
  }

  post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Answer> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return this.send(path, {
      method: 'POST',
      body: text,
      headers: { origin: this.page, 'content-type': 'application/json', ...headers },
    });
  }

  query(query: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.post('/graphql', { query }, headers);
  }

  async send(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Answer> {
    const headers = { ...init.headers, ...(this.jar.size > 0 && { cookie: this.cookie }) };
    const response = await fetch(this.server + path, { ...init, headers });
    const set = response.headers.getSetCookie().map((text) => parseSetCookie(text));
    for (const { name, value = '', maxAge } of set) {
      if (maxAge === 0) this.jar.delete(name);
      else this.jar.set(name, value);
    }
    const text = await response.clone().text();
    return { ...(await read(response)), set, body: text.startsWith('{') ? JSON.parse(text) : text };
  }
}
