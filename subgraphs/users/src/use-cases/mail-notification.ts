// Queues a mail about something that a person should know.
import type { Unit } from '../data/unit-of-work.js';
import { type MailParameters, NEWS_LIFETIME } from '../domain/mail.js';

/** Nothing for who is no account of ours, or did not prove that the address is theirs. */
export async function mailNotification(
  unit: Unit,
  { userId, kind, parameters }: { userId: string; kind: string; parameters: MailParameters },
): Promise<void> {
  const user = await unit.users.find(userId);
  if (!user?.emailVerifiedAt) return;
  const rest = { userId: user.id, parameters: { ...parameters, kind }, lifetime: NEWS_LIFETIME };
  await unit.mail({ kind: 'NOTIFICATION', address: user.email, ...rest });
}
