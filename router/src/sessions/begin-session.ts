// Signing in and signing up: what the graph grants goes into cookies. A guest who came along is adopted.
import type { z } from 'zod';
import { filled, type Stage } from '../passage.js';
import { Refused } from '../respond/refusals.js';
import type { FixedDocument } from './documents.js';
import { readForm } from './read-form.js';
import { answerSession, type SessionRoom } from './session-room.js';

/** Refuses IDENTITY_UNAVAILABLE when a guest came along and nobody can tell who. */
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
    if (guest instanceof Refused && guest.code !== 'UNKNOWN_GUEST') return guest;
    // A guest token that is good no more has nothing to adopt, and nobody who signs in can do anything about it.
    if (guest instanceof Refused) cookies.dropGuest(response);
    else passage.guest = guest;
    const granted = await ask(passage, fixed, input);
    if (granted instanceof Refused) return granted;
    if (granted.session) cookies.begin(response, granted.session);
    return answerSession(passage, granted);
  };
