// Finding any thing of the graph by its id. What is ours is loaded for the viewer; what is another subgraph's is
// answered as a stub whose fields its owner fills or withholds, because only the owner knows whether it exists.
import { typeOfId } from '@mosaic/kernel/values/ids';
import type { Loaders } from '../data/loaders.js';
import type { UsersContext } from './context.js';
import { foreignNodes } from './types/foreign-nodes.js';

const ours: Readonly<Record<string, keyof Loaders>> = {
  User: 'user',
  Session: 'session',
  Coach: 'coach',
  Specialty: 'specialty',
  AuditEntry: 'auditEntry',
};

/** Null for an unknown type, a malformed id, and whatever of ours is missing or not the viewer's to see: one answer. */
export async function findNode(id: string, { load }: UsersContext): Promise<object | null> {
  const type = typeOfId(id) ?? '';
  const loader = ours[type];
  if (loader) return load[loader].load(id);
  const foreign = foreignNodes.get(type);
  return foreign ? new foreign(id) : null;
}
