// Signing out: the session ends in the graph if that can be reached, and in this browser in any case.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import type { Headed } from '../edge/exchange.js';
import { filled, type Passage, type Stage } from '../passage.js';
import { Refused } from '../respond/refusals.js';
import { documents } from './documents.js';
import { forms, readForm } from './read-form.js';
import { answer, type SessionRoom } from './session-room.js';

export const endSession =
  (room: SessionRoom): Stage['admit'] =>
  async (passage) => {
    const { request, response } = filled(passage.http, 'http');
    const form = await readForm(passage, forms.empty);
    if (form instanceof Refused) return form;
    // Before anything is awaited that may fail: the browser forgets the session whatever happens.
    room.cookies.end(response);
    room.cookies.dropGuest(response);
    const viewer = await viewerLeaving(room, passage, request);
    const ended = viewer && (await room.ask(passage, documents.signOut, undefined, viewer));
    if (ended instanceof Refused) passage.log.warning('a session was not ended in the graph', { code: ended.code });
    return answer(passage, { userErrors: [] });
  };

/** Whose session ends: by the access token, or when that is good no more, by its successor. Null when it is over. */
async function viewerLeaving(
  { ask, cookies, desk }: SessionRoom,
  passage: Passage,
  request: Headed,
): Promise<Viewer | null> {
  const access = cookies.accessIn(request);
  const identity = await desk.identify(access && `Bearer ${access}`);
  if (identity && !(identity instanceof Refused)) return identity.viewer;
  const refreshToken = cookies.refreshIn(request);
  const granted = refreshToken ? await ask(passage, documents.refresh, { refreshToken }) : null;
  if (granted instanceof Refused) {
    passage.log.warning('a session was not ended in the graph', { code: granted.code });
    return null;
  }
  const successor = await desk.identify(granted?.session ? `Bearer ${granted.session.accessToken}` : undefined);
  return successor instanceof Refused ? null : (successor?.viewer ?? null);
}
