// The supergraph file: the only composition the router knows.
import { readFile } from 'node:fs/promises';

/** The text. Throws with a sentence for people when it cannot be read. */
export async function readSupergraph(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(code === 'ENOENT' ? `there is no file ${path}` : `${path} cannot be read: ${message}`);
  }
}
