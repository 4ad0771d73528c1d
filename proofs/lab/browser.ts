// A browser of the web app's, as far as sessions go: it keeps cookies, shows scripts only those that are not HttpOnly, and
// says which page asks. There is no token in its hands.
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export interface Reply {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the proofs state the shape they expect
  body: any;
  /** The codes of GraphQL errors and of refusals. */
  codes: string[];
}

export class Browser {
  /** Names and values; a tab sends all of them and reads none. */
  readonly jar = new Map<string, string>();
  readonly #readable = new Map<string, string>();
  readonly #router: string;

  /** `page` is the origin that asks; by default the router's own. */
  constructor(
    private readonly graphUrl: string,
    private readonly page: string = new URL(graphUrl).origin,
  ) {
    this.#router = new URL(graphUrl).origin;
  }

  /** What a script of the page could read. */
  get readable(): Record<string, string> {
    return Object.fromEntries(this.#readable);
  }

  /** Another tab, or another page, with the same cookies, but a jar of its own. */
  tab(page = this.page): Browser {
    const tab = new Browser(this.graphUrl, page);
    for (const [name, value] of this.jar) tab.jar.set(name, value);
    return tab;
  }

  session(act: string, form: Record<string, unknown> = {}): Promise<Reply> {
    return this.#post(`/session/${act}`, form);
  }

  ask(query: string, variables: Record<string, unknown> = {}): Promise<Reply> {
    return this.#post('/graphql', { query, variables });
  }

  /** A graphql-ws client that says nothing of who asks. */
  socket(onClosed: (code: number) => void = () => {}): Client {
    const headers = { ...this.#cookies(), origin: this.page };
    class PageSocket extends WebSocket {
      constructor(url: string, protocol: string) {
        super(url, protocol, { headers });
      }
    }
    return createClient({
      url: this.graphUrl.replace(/^http/, 'ws'),
      webSocketImpl: PageSocket,
      retryAttempts: 0,
      on: { closed: (event) => onClosed((event as { code: number }).code) },
    });
  }

  async #post(path: string, body: unknown): Promise<Reply> {
    const response = await fetch(this.#router + path, {
      method: 'POST',
      headers: { ...this.#cookies(), origin: this.page, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    for (const text of response.headers.getSetCookie()) this.#keep(text);
    const answer = (await response.json()) as { errors?: { extensions: { code: string } }[] };
    return {
      status: response.status,
      body: answer,
      codes: (answer.errors ?? []).map(({ extensions }) => extensions.code),
    };
  }

  #cookies(): Record<string, string> {
    const pairs = [...this.jar].map(([name, value]) => `${name}=${value}`);
    return pairs.length > 0 ? { cookie: pairs.join('; ') } : {};
  }

  #keep(text: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
    const isOver = /; Max-Age=0(;|$)/.test(text);
    for (const kept of /; HttpOnly/.test(text) ? [this.jar] : [this.jar, this.#readable]) {
      if (isOver) kept.delete(name);
      else kept.set(name, value);
    }
  }
}
