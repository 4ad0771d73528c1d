// Mosaic's router plans the operations of its web app, which lie beside APP_DIR when it was built; what OPERATIONS names
// must be there.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ask } from '../lab/ask.js';
import { useLab } from '../lab/lab.js';

const lab = useLab();
const PEOPLE =
  'query People {\n  messages {\n    author {\n      name\n      __typename\n    }\n    __typename\n  }\n}';
const linesOf = (msg: string) => lab.lines.filter((line) => line['msg'] === msg);

/** The settings of a router whose app lies in a folder of its own, with this file beside it. */
async function beside(name: string, text: string): Promise<Record<string, string>> {
  await mkdir(join(lab.folder, name));
  await writeFile(join(lab.folder, name, 'operations.json'), text);
  return { APP_DIR: join(lab.folder, name, 'dist') };
}

it('plans the operations that lie beside the app', async () => {
  const before = linesOf('plans were made ahead').length;
  const settings = await beside('built', JSON.stringify({ operations: [{ name: 'People', body: PEOPLE }] }));
  const { url, stop } = await lab.startRouter(settings);
  expect(linesOf('plans were made ahead').slice(before)).toEqual([expect.objectContaining({ warmed: 1, refused: 0 })]);
  expect((await ask(url, PEOPLE, { operationName: 'People' })).errors).toBeUndefined();
  await stop();
});

it.each([
  ['is missing', null, /^there is no file or folder .*operations\.json$/],
  ['is half written', '{"operations":[{"bo', /operations\.json is neither a folder nor JSON$/],
])('starts when that file %s, and says so in one line', async (what, text, reason) => {
  const settings = text === null ? { APP_DIR: join(lab.folder, 'unbuilt', 'dist') } : await beside(what, text);
  const before = lab.lines.length;
  const { url, stop } = await lab.startRouter(settings);
  const said = lab.lines.slice(before).filter(({ msg }) => msg === 'no operations are known beforehand');
  expect(said).toEqual([expect.objectContaining({ level: 'INFO', reason: expect.stringMatching(reason) })]);
  expect((await ask(url, PEOPLE)).errors).toBeUndefined();
  await stop();
});

it('reads what OPERATIONS names instead, and does not start when that is missing', async () => {
  const settings = await beside('other', JSON.stringify([PEOPLE]));
  const named = join(lab.folder, 'named.json');
  const missing = lab.startRouter({ ...settings, OPERATIONS: named });
  await expect(missing).rejects.toThrow(`OPERATIONS: there is no file or folder ${named}`);
  await writeFile(named, JSON.stringify([PEOPLE, '{ messages { body } }']));
  const before = linesOf('plans were made ahead').length;
  const { stop } = await lab.startRouter({ ...settings, OPERATIONS: named });
  expect(linesOf('plans were made ahead').slice(before)).toEqual([expect.objectContaining({ warmed: 2, refused: 0 })]);
  await stop();
});
