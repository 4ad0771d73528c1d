// A small web app as it is when it was built, and a client that says exactly which path it asks for.
import { mkdir, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const PAGE =
  '<!doctype html><meta name="style-nonce" content="__NONCE__"><style nonce="__NONCE__">p{}</style><p>Bonjour</p>\n';
export const SCRIPT = `console.log('${'mosaic '.repeat(200)}');\n`;
export const SECRET = 'nobody may read this';

/** Writes the app into `folder`/app, with a secret beside it and one inside that begins with a dot; answers its path. */
export async function buildApp(folder: string): Promise<string> {
  const app = join(folder, 'app');
  await mkdir(join(app, 'assets'), { recursive: true });
  const files: Record<string, string | Buffer> = {
    'secret.txt': SECRET,
    'app/.env': SECRET,
    'app/index.html': PAGE,
    'app/index.html.br': brotliCompressSync(PAGE),
    'app/sw.js': 'self.skipWaiting();\n',
    'app/manifest.webmanifest': '{"name":"Mosaic"}\n',
    'app/icon-192.png': Buffer.from([0x89, 0x50, 0x4e, 0x47]),
    'app/assets/main-4fJq_x-1.js': SCRIPT,
    'app/assets/main-4fJq_x-1.js.br': brotliCompressSync(SCRIPT),
    'app/assets/main-4fJq_x-1.js.gz': gzipSync(SCRIPT),
    'app/assets/inter-Bq7.woff2': Buffer.from('wOF2'),
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return app;
}

export interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Neither normalises the path nor inflates the answer. */
export async function get(
  url: string,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Got> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asking = request({ hostname, port, path, method, headers }, (response) => {
      const { statusCode = 0, headers } = response;
      buffer(response).then((body) => resolve({ status: statusCode, headers, body }), reject);
    });
    asking.once('error', reject).end();
  });
}

/** As a browser opens an address. */
export const open = (url: string, path: string): Promise<Got> =>
  get(url, path, { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-encoding': 'gzip, br' });
