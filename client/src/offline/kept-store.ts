// What of the viewer's is kept on this device, in IndexedDB: who they are, lessons they viewed, progress to be sent. It is
// all deleted when the session turns, in every tab.
import { clear, createStore, del, entries, get, set, type UseStore } from 'idb-keyval';

let store: UseStore | undefined;
const opened = (): UseStore => {
  store ??= createStore('mosaic-kept', 'own');
  return store;
};
/** What is still under way when the session turns must not write after the deletion: this page is about to go. */
let isOver = false;

export const keep = async (key: string, value: unknown): Promise<void> => {
  if (!isOver) await set(key, value, opened());
};

export const kept = async <Value>(key: string): Promise<Value | undefined> =>
  isOver ? undefined : await get<Value>(key, opened());

export const drop = (key: string): Promise<void> => del(key, opened());

/** Everything whose key begins so, in the order of the keys. */
export async function keptBelow<Value>(prefix: string): Promise<readonly (readonly [key: string, value: Value])[]> {
  if (isOver) return [];
  const all = await entries<string, Value>(opened());
  return all.filter(([key]) => key.startsWith(prefix));
}

/** Of somebody who is not there any more. */
export const dropEverything = (): Promise<void> => clear(opened());

/** The session turned: nothing stays, and nothing is written any more until the page is loaded anew. */
export async function forgetKept(): Promise<void> {
  isOver = true;
  await dropEverything();
}
