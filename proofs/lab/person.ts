// A person as the outside world knows one: an account, an HTTP client and live sockets. Nothing here knows our internals.
import { randomUUID } from 'node:crypto';
import { GraphQLClient } from 'graphql-request';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

const SIGN_UP = /* GraphQL */ `
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) {
      session { accessToken refreshToken user { id displayName } }
      userErrors { code message path }
    }
  }
`;

const SIGN_IN = /* GraphQL */ `
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      session { accessToken refreshToken user { id displayName } }
      userErrors { code message path }
    }
  }
`;

interface Session {
  accessToken: string;
  refreshToken: string;
  user: { id: string; displayName: string };
}

interface Answer {
  session: Session | null;
  userErrors: { code: string; message: string }[];
}

export interface Account {
  email: string;
  password: string;
}

export class Person {
  private constructor(
    readonly account: Account,
    readonly session: Session,
    private readonly routerUrl: string,
  ) {}

  static async signUp(
    routerUrl: string,
    displayName: string,
    locale: 'en' | 'fr' = 'en',
    account: Account = { email: `${randomUUID()}@people.test`, password: `pass ${randomUUID()}` },
  ): Promise<Person> {
    const input = { ...account, displayName, locale };
    const { signUp } = await new GraphQLClient(routerUrl).request<{ signUp: Answer }>(SIGN_UP, { input });
    return Person.admitted(routerUrl, account, signUp);
  }

  /** `headers` may bring a guest along, who is adopted. */
  static async signIn(routerUrl: string, account: Account, headers: Record<string, string> = {}): Promise<Person> {
    const { signIn } = await new GraphQLClient(routerUrl, { headers }).request<{ signIn: Answer }>(SIGN_IN, {
      input: account,
    });
    return Person.admitted(routerUrl, account, signIn);
  }

  private static admitted(routerUrl: string, account: Account, { session, userErrors }: Answer): Person {
    if (!session) throw new Error(`not admitted: ${userErrors.map(({ code }) => code).join()}`);
    return new Person(account, session, routerUrl);
  }

  get id(): string {
    return this.session.user.id;
  }

  /** The same person, talking to another router. */
  at(routerUrl: string): Person {
    return new Person(this.account, this.session, routerUrl);
  }

  /** The same person with another access token of theirs. */
  withToken(accessToken: string): Person {
    return new Person(this.account, { ...this.session, accessToken }, this.routerUrl);
  }

  /** Runs a query or mutation; throws graphql-request's ClientError when the answer carries errors. */
  ask<T>(document: string, variables: Record<string, unknown> = {}): Promise<T> {
    const headers = { authorization: `Bearer ${this.session.accessToken}` };
    return new GraphQLClient(this.routerUrl, { headers }).request<T>(document, variables);
  }

  /** A graphql-ws client of this person's. It never reconnects by itself: the proofs decide when. */
  socket(onOpened: (socket: WebSocket) => void = () => {}, isAnonymous = false): Client {
    return createClient({
      url: this.routerUrl.replace(/^http/, 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: isAnonymous ? {} : { authorization: `Bearer ${this.session.accessToken}` },
      on: { opened: (socket) => onOpened(socket as WebSocket) },
    });
  }
}
