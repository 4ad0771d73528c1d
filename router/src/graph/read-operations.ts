// Operations known beforehand, from the file or folder in OPERATIONS, or from the manifest of our own web app.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import { z } from 'zod';
import type { OperationText } from './recent-operations.js';

const text = z.string().min(1);
const entry = z.union([text, z.object({ query: text }), z.object({ body: text })]);
/** A manifest of persisted queries as Apollo's tools write it; a table by hash, as most others do; or a plain list. */
const fileShape = z.union([z.object({ operations: z.array(entry) }), z.array(entry), z.record(z.string(), entry)]);

/**
 * What is `named` must be there: throws as readOperations does. The web app's own manifest comes with its build: without
 * one, nothing is known beforehand, and the log says why.
 */
export async function knownOperations(
  named: string | undefined,
  ofOwnApp: string | null,
  log: Logger,
): Promise<OperationText[]> {
  if (named !== undefined) return readOperations(named);
  if (ofOwnApp === null) return [];
  try {
    return await readOperations(ofOwnApp);
  } catch (error) {
    log.info('no operations are known beforehand', { reason: error instanceof Error ? error.message : String(error) });
    return [];
  }
}

/**
 * From a JSON file, or from all .graphql and .gql files in a folder and below it. Throws with a sentence for people when
 * there is nothing to read.
 */
export async function readOperations(path: string): Promise<OperationText[]> {
  const kind = await stat(path).catch(() => null);
  if (!kind) throw new Error(`there is no file or folder ${path}`);
  return kind.isDirectory() ? readFolder(path) : readJson(path);
}

async function readFolder(path: string): Promise<OperationText[]> {
  const names = await readdir(path, { recursive: true });
  const files = names.filter((name) => /\.(graphql|gql)$/.test(name)).sort();
  return Promise.all(files.map(async (name) => ({ query: await readFile(join(path, name), 'utf8') })));
}

async function readJson(path: string): Promise<OperationText[]> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw new Error(`${path} is neither a folder nor JSON`);
  }
  const parsed = fileShape.safeParse(json);
  if (!parsed.success) throw new Error(`${path} is no list, table or manifest of operations`);
  const { data } = parsed;
  const entries = Array.isArray(data) ? data : isManifest(data) ? data.operations : Object.values(data);
  return entries.map((each) => ({
    query: typeof each === 'string' ? each : 'query' in each ? each.query : each.body,
  }));
}

const isManifest = (data: object): data is { operations: z.infer<typeof entry>[] } =>
  'operations' in data && Array.isArray(data.operations);
