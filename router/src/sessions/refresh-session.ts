// The next tokens of a session. Twenty tabs may ask at once: the graph gives all of them the same.
import { filled, type Stage } from '../passage.js';
import { Refused } from '../respond/refusals.js';
import { documents } from './documents.js';
import { forms, readForm } from './read-form.js';
import { answerSession, type SessionRoom } from './session-room.js';

/** Refuses SESSION_OVER and ends the cookies with it; while the graph cannot be asked, they stay. */
export const refreshSession =
  ({ ask, cookies }: SessionRoom): Stage['admit'] =>
  async (passage) => {
    const { request, response } = filled(passage.http, 'http');
    const form = await readForm(passage, forms.empty);
    if (form instanceof Refused) return form;
    const refreshToken = cookies.refreshIn(request);
    const granted = refreshToken ? await ask(passage, documents.refresh, { refreshToken }) : null;
    if (granted instanceof Refused) return granted;
    if (!granted?.session) {
      cookies.end(response);
      return Refused.as('SESSION_OVER');
    }
    cookies.keep(response, granted.session);
    return answerSession(passage, granted);
  };
