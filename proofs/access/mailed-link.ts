// The mails of a world, as their readers get them: the token behind a link.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { eventually } from '../lab/eventually.js';

/** The token of the link that leads to this path of the client, in the mail to this address; waits for the mail. */
export async function mailedLink(folder: string, address: string, path: string): Promise<string> {
  const token = await eventually(
    () => findLink(folder, address, path),
    (found) => found !== null,
    30_000,
  );
  return token ?? '';
}

async function findLink(folder: string, address: string, path: string): Promise<string | null> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
  const mails = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  for (const mail of mails.filter((one) => one.includes(address))) {
    const { text = '' } = await PostalMime.parse(mail);
    const [, token] = new RegExp(`${path}#token=([\\w-]+)`).exec(text) ?? [];
    if (token) return token;
  }
  return null;
}
