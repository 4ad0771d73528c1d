// Finding any thing of the graph by its id. What is ours is loaded for the viewer; what is another subgraph's is
// answered as a stub whose fields its owner fills or withholds, because only the owner knows whether it exists.
import { isIdOf, typeOfId } from '@mosaic/kernel/values/ids';
import type { UsersContext } from './context.js';
import { foreignNodes } from './types/foreign-nodes.js';

/** Null for an unknown type, a malformed id, and whatever of ours is missing or not the viewer's to see: one answer. */
export async function findNode(id: string, { load }: UsersContext): Promise<object | null> {
  if (isIdOf('User', id)) return load.user.load(id);
  if (isIdOf('Session', id)) return load.session.load(id);
  const foreign = foreignNodes.get(typeOfId(id) ?? '');
  return foreign ? new foreign(id) : null;
}
