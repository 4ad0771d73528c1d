// Starts the Stripe simulator inside this process; `main.ts` gives it a process of its own. The real `stripe` SDK talks
// to it by {host, port, protocol: 'http'}. With a data directory a restart forgets nothing, undelivered events included.
import { Books } from './store/books.js';
import { Courier } from './webhooks/courier.js';
import { answer } from './wire/answer.js';
import { listen } from './wire/listen.js';
import { type TestHooks, testHooks } from './wire/test-pages.js';

export const DEFAULT_SECRET_KEY = 'sk_test_mosaic';

export interface StripeServer {
  readonly port: number;
  readonly url: string;
  readonly hooks: TestHooks;
  /** Cuts every connection and delivery; what was not delivered is, after the next start. */
  stop(): Promise<void>;
}

export interface StripeOptions {
  /** 0 or absent picks a free one. */
  port?: number;
  /** Address to listen on; 127.0.0.1 when absent. */
  host?: string;
  /** Where the journal lives; in memory only when absent. Made when missing. */
  dataDir?: string | undefined;
  /** Where events go; nowhere when absent. */
  webhookUrl?: string | undefined;
  webhookSecret?: string | undefined;
  /** The key that clients must show. */
  secretKey?: string | undefined;
  /** The pause before a failed delivery is tried again, doubled each time up to 10 s. Default 200 ms. */
  firstPauseMs?: number;
}

/** Resolves when requests are accepted. Rejects when the port is taken or the data directory cannot be used. */
export async function startStripe(options: StripeOptions = {}): Promise<StripeServer> {
  const { port = 0, host = '127.0.0.1', webhookUrl, webhookSecret = '', secretKey = DEFAULT_SECRET_KEY } = options;
  if (webhookUrl !== undefined && webhookSecret === '') throw new Error('a webhook URL needs a webhook secret');
  const books = new Books(options.dataDir);
  const courier = new Courier(books, {
    url: webhookUrl,
    secret: webhookSecret,
    firstPauseMs: options.firstPauseMs ?? 200,
  });
  const hasEndpoint = webhookUrl !== undefined;
  const { hooks, losesAnswer, page } = testHooks(books, courier, hasEndpoint);
  const listener = await listen({
    port,
    host,
    secretKey,
    answer: (asked) => answer(books, courier, asked, hasEndpoint),
    testPage: page,
    losesAnswer: ({ path }) => losesAnswer(path),
  }).catch((error: unknown) => {
    books.close();
    throw error;
  });
  courier.resume();
  return {
    port: listener.port,
    url: `http://${host}:${listener.port}`,
    hooks,
    async stop() {
      await listener.close();
      await courier.stop();
      books.close();
    },
  };
}
