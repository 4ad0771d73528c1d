// Loads single things by id, many in one query.
import { isIdOf } from '@mosaic/kernel/values/ids';
import DataLoader from 'dataloader';

/** What is no id of the type is null without asking the store, so that a hostile key cannot spoil a batch. */
export const byId = <T extends { id: string }>(type: string, load: (ids: readonly string[]) => Promise<T[]>) =>
  new DataLoader<string, T | null>(async (ids) => {
    const sound = ids.filter((id) => isIdOf(type, id));
    const rows = sound.length > 0 ? await load(sound) : [];
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
