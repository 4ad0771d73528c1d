// The built program (npm test builds it first), as a process with two variables and nothing else.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from '../lab/ask.js';
import { type Chat, peopleSdl, startChat } from './lab/chat.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const scope = new Scope();
let chat: Chat;
let folder: string;
let path: string;

beforeAll(async () => {
  chat = await startChat(scope);
  folder = scope.own(await mkdtemp(join(tmpdir(), 'standalone-')), (each) => rm(each, { recursive: true }));
  path = join(folder, 'supergraph.graphql');
  await writeFile(path, chat.supergraph());
});
afterAll(() => scope.close());

interface Line {
  readonly msg: string;
  readonly level: string;
  readonly port?: number;
}

interface Running {
  readonly child: ChildProcess;
  /** The first line that says this; rejects when the process ended before. */
  line(msg: string): Promise<Line>;
  /** Its exit code, and all it said at level CRITICAL. */
  readonly ended: Promise<{ code: number | null; complaints: string[] }>;
}

function run(env: Record<string, string>): Running {
  const child = scope.own(spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] }), (each) =>
    each.kill('SIGKILL'),
  );
  const lines: Line[] = [];
  const waiting = new Set<() => void>();
  let rest = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts.map((text) => JSON.parse(text) as Line));
    for (const look of waiting) look();
  });
  const ended = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    complaints: lines.filter(({ level }) => level === 'CRITICAL').map(({ msg }) => msg),
  }));
  return {
    child,
    ended,
    line: (msg) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.find((each) => each.msg === msg);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
        void ended.then(({ complaints }) => reject(new Error(`it ended: ${complaints.join('; ')}`)));
      }),
  };
}

it('serves the supergraph with SUPERGRAPH_PATH and PORT alone, reloads on SIGHUP, and ends on SIGTERM', async () => {
  const { child, line, ended } = run({ SUPERGRAPH_PATH: path, PORT: '0' });
  const { port } = await line('ready');
  for (const host of ['localhost', '127.0.0.1']) {
    const { data } = await ask(`http://${host}:${port}/graphql`, '{ messages { id author { name } } }');
    expect(data).toEqual({
      messages: [
        { id: '1', author: { name: 'Ada' } },
        { id: '2', author: { name: 'Bob' } },
      ],
    });
  }
  await writeFile(`${path}.next`, chat.supergraph({ people: `${peopleSdl} extend type Person { motto: String }` }));
  await rename(`${path}.next`, path);
  child.kill('SIGHUP');
  await line('the supergraph file changed; it is served now');
  child.kill('SIGTERM');
  expect(await ended).toEqual({ code: 0, complaints: [] });
});

it.each([
  [{ PORT: 'none' }, /^PORT: /],
  [
    { SUPERGRAPH_PATH: '/nowhere/supergraph.graphql' },
    /^SUPERGRAPH_PATH: there is no file \/nowhere\/supergraph.graphql$/,
  ],
  [{ OPERATIONS: '/nowhere' }, /^OPERATIONS: there is no file or folder \/nowhere$/],
])('does not start with %o', async (wrong, complaint) => {
  const { ended } = run({ SUPERGRAPH_PATH: path, PORT: '0', ...wrong });
  const { code, complaints } = await ended;
  expect(code).toBe(1);
  expect(complaints).toEqual([expect.stringMatching(complaint)]);
});

it.each([['type Query { broken', /^SUPERGRAPH_PATH: Syntax Error/]])(
  'does not start on a file that says "%s"',
  async (text, complaint) => {
    const broken = join(folder, 'broken.graphql');
    await writeFile(broken, text);
    const { code, complaints } = await run({ SUPERGRAPH_PATH: broken, PORT: '0' }).ended;
    expect(code).toBe(1);
    expect(complaints).toEqual([expect.stringMatching(complaint)]);
  },
);
