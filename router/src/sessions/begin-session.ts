// Signing in and signing up: what the graph grants goes into cookies. A guest who came along is adopted.
import type { z } from 'zod';
import { filled, type Stage } from '../passage.js';
import { Refused } from '../respond/refusals.js';
import type { FixedDocument } from './documents.js';
import { readForm } from './read-form.js';
import { answerSession, type SessionRoom } from './session-room.js';

/** Refuses UNKNOWN_GUEST for a guest token that is good no more, once: its cookie is dropped. */
export const beginSession =
  (
    { ask, cookies, desk }: SessionRoom,
    fixed: FixedDocument,
    form: z.ZodType<Record<string, unknown>>,
  ): Stage['admit'] =>
  async (passage) => {
    const { request, response } = filled(passage.http, 'http');
    const input = await readForm(passage, form);
    if (input instanceof Refused) return input;
    const guest = await desk.identifyGuest(cookies.guestIn(request));
    if (guest instanceof Refused) {
      if (guest.code === 'UNKNOWN_GUEST') cookies.dropGuest(response);
      return guest;
    }
    passage.guest = guest;
    const granted = await ask(passage, fixed, input);
    if (granted instanceof Refused) return granted;
    if (granted.session) cookies.begin(response, granted.session);
    return answerSession(passage, granted);
  };
