// The committed supergraph: the only composition the router knows.
import { readFile } from 'node:fs/promises';

/** The text. Throws when the file is missing. */
export const readSupergraph = (path: string): Promise<string> => readFile(path, 'utf8');
