// Batches what one request asks for, so that a hundred `_entities` are one query. Never shared between requests.
import { isIdOf } from '@mosaic/kernel/values/ids';
import DataLoader from 'dataloader';
import type { Asker } from './asker.js';
import type { Readers } from './readers/readers.js';

export type Loaders = ReturnType<typeof openLoaders>;

export const openLoaders = (read: Readers, _asker: Asker) => ({
  product: byId('Product', (ids) => read.products.byIds(ids)),
});

/** What is no id of the type is null without asking the store, so that a hostile key cannot spoil a batch. */
const byId = <T extends { id: string }>(type: string, load: (ids: readonly string[]) => Promise<T[]>) =>
  new DataLoader<string, T | null>(async (ids) => {
    const sound = ids.filter((id) => isIdOf(type, id));
    const rows = sound.length > 0 ? await load(sound) : [];
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
