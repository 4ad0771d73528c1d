// What was mailed: the letters lie as files where the world keeps its data.
import { watch } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { eventually } from './eventually.js';

export interface Letter {
  messageId: string;
  to: string;
  subject: string;
  text: string;
  language: string;
}

const folderIn = (dataDir: string): string => join(dataDir, 'mail');

/** Names of all files in the folder, also of those that are no letters. */
export const mailFiles = (dataDir: string): Promise<string[]> => readdir(folderIn(dataDir));

/** Every letter to an address, in no order. */
export async function lettersTo(dataDir: string, address: string): Promise<Letter[]> {
  const names = (await mailFiles(dataDir)).filter((name) => name.endsWith('.eml'));
  const files = await Promise.all(names.map((name) => readFile(join(folderIn(dataDir), name))));
  const letters = await Promise.all(files.filter((bytes) => bytes.includes(address)).map(readLetter));
  return letters.filter(({ to }) => to === address);
}

async function readLetter(bytes: Buffer): Promise<Letter> {
  const { messageId = '', to, subject = '', text = '', headers } = await PostalMime.parse(bytes);
  const language = headers.find(({ key }) => key === 'content-language')?.value ?? '';
  return { messageId, to: to?.[0]?.address ?? '', subject, text, language };
}

/** The one letter to an address with these words in its subject, once it is there. */
export async function awaitLetter(dataDir: string, address: string, words: string): Promise<Letter> {
  const named = async () => (await lettersTo(dataDir, address)).filter(({ subject }) => subject.includes(words));
  const [letter, ...more] = await eventually(named, ({ length }) => length > 0, 30_000);
  if (!letter || more.length > 0) throw new Error(`${more.length + 1} letters about ${words}`);
  return letter;
}

/** The token of the link in a letter. */
export function tokenIn({ text }: Letter): string {
  const token = /#token=([\w-]+)/.exec(text)?.[1];
  if (!token) throw new Error('there is no link in this letter');
  return token;
}

/** Resolves at the moment when the next letter comes. */
export function nextLetter(dataDir: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => over(() => reject(new Error('no letter came'))), 30_000);
    const watcher = watch(folderIn(dataDir), (_, name) => {
      if (name?.endsWith('.eml')) over(resolve);
    });
    const over = (settle: () => void) => {
      clearTimeout(limit);
      watcher.close();
      settle();
    };
  });
}
