// A guest's cookie: the one there is while it is good, else a new one.
import { decodeJwt } from 'jose';
import { filled, type Stage } from '../passage.js';
import { Refused } from '../respond/refusals.js';
import { documents } from './documents.js';
import { forms, readForm } from './read-form.js';
import { answer, type SessionRoom } from './session-room.js';

export const keepGuest =
  ({ ask, cookies, desk }: SessionRoom): Stage['admit'] =>
  async (passage) => {
    const { request, response } = filled(passage.http, 'http');
    const form = await readForm(passage, forms.empty);
    if (form instanceof Refused) return form;
    const token = cookies.guestIn(request);
    const known = await desk.identifyGuest(token);
    if (known instanceof Refused && known.code === 'IDENTITY_UNAVAILABLE') return known;
    if (token && typeof known === 'string') {
      return answer(passage, {
        userErrors: [],
        expiresAt: new Date((decodeJwt(token).exp ?? 0) * 1_000).toISOString(),
      });
    }
    const granted = await ask(passage, documents.startGuest);
    if (granted instanceof Refused) return granted;
    const { userErrors, guest } = granted;
    if (guest) cookies.keepGuest(response, guest.token, new Date(guest.expiresAt));
    return answer(passage, { userErrors, expiresAt: guest?.expiresAt ?? null });
  };
