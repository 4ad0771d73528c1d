// Who was signed in when there was a connection, so that the app opens without one. No token is kept, nor an address.
import type { Viewer } from '@/parts/viewer';
import { dropEverything, keep, kept } from './kept-store';

type KeptViewer = Pick<Viewer, 'id' | 'displayName' | 'locale'>;

const KEY = 'viewer';

export async function keepViewer({ id, displayName, locale }: Viewer): Promise<void> {
  const before = await kept<KeptViewer>(KEY);
  // Somebody else signed in here without a sign-out that this device heard of.
  if (before && before.id !== id) await dropEverything();
  await keep(KEY, { id, displayName, locale } satisfies KeptViewer);
}

export async function keptViewer(): Promise<Viewer | null> {
  const found = await kept<KeptViewer>(KEY);
  if (!found) return null;
  return {
    ...found,
    __typename: 'User',
    email: null,
    isEmailVerified: null,
    role: 'USER',
    avatar: null,
    unreadNotificationCount: null,
    latestNotificationEventId: null,
    latestInboxEventId: null,
    coach: null,
  } as unknown as Viewer;
}
