// An HTTP client that says exactly what a test wants and keeps every byte that it hears, chunks put together.
import { type IncomingMessage, request } from 'node:http';

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** What came until now. */
  readonly text: string;
  /** How it ended: the whole body came, or the connection broke before. */
  readonly ended: Promise<'whole' | 'broken'>;
  /** Reads no more until the next `resume`. */
  pause(): void;
  resume(): void;
  leave(): void;
}

export async function rawAsk(
  url: string,
  body: object | string | null,
  headers: Record<string, string> = {},
): Promise<RawAnswer> {
  const method = body === null ? 'GET' : 'POST';
  const type: Record<string, string> = body === null ? {} : { 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const asking = request(url, { method, headers: { ...type, ...headers }, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      const ended = new Promise<'whole' | 'broken'>((settle) => {
        response.once('close', () => settle(response.complete ? 'whole' : 'broken'));
      });
      response.on('error', () => {}); // `ended` says so
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        get text() {
          return text;
        },
        ended,
        pause: () => void response.pause(),
        resume: () => void response.resume(),
        leave: () => void asking.destroy(),
      });
    });
    asking.once('error', reject);
    asking.end(typeof body === 'string' ? body : body === null ? undefined : JSON.stringify(body));
  });
}
