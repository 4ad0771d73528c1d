// Somebody without an account, as the outside world knows one: a guest token beside every request.
import { guestHeader } from '@mosaic/kernel/identity/guest-token';
import { GraphQLClient } from 'graphql-request';

interface Started {
  startGuest: { guest: { token: string } };
}

export class Guest {
  private constructor(
    readonly token: string,
    private readonly routerUrl: string,
  ) {}

  static async start(routerUrl: string): Promise<Guest> {
    const document = 'mutation { startGuest { guest { token } userErrors { code } } }';
    const { startGuest } = await new GraphQLClient(routerUrl).request<Started>(document);
    return new Guest(startGuest.guest.token, routerUrl);
  }

  /** To be sent with a request; sign in with these to adopt the guest. */
  get headers(): Record<string, string> {
    return { [guestHeader]: this.token };
  }

  /** Throws graphql-request's ClientError when the answer carries errors. */
  ask<T>(document: string, variables: Record<string, unknown> = {}): Promise<T> {
    return new GraphQLClient(this.routerUrl, { headers: this.headers }).request<T>(document, variables);
  }
}
