// People of the tests, as the graph knows them.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { mintId } from '@mosaic/kernel/values/ids';
import type { Asker } from '../../src/domain/asker.js';

export const person = (role = 'USER'): Viewer => ({ id: mintId('User'), sessionId: mintId('Session'), role });

export const askerFor = (viewer: Viewer | null, guest: string | null = null): Asker => ({ viewer, guest });

export const aGuest = (): Asker => ({ viewer: null, guest: mintId('Guest') });
