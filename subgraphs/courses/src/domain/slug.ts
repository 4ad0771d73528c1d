// The name of a course in addresses: its title made plain, and a piece of its id, so that no two can meet.
import { fold } from '@mosaic/kernel/values/fold';
import type { Id } from '@mosaic/kernel/values/ids';

const LONGEST_TITLE = 60;

/** E.g. `yoga-pour-debutants-4f9a0c17`. */
export function slugOf(title: string, id: Id<'Course'>): string {
  const plain = fold(title)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_TITLE)
    .replace(/^-+|-+$/g, '');
  const tail = Buffer.from(id, 'base64url').subarray(-4).toString('hex');
  return plain === '' ? tail : `${plain}-${tail}`;
}
