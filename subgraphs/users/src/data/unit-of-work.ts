// The only door to writing: writers exist inside `transact`, and so does announcing.
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import { appendToOutbox, recordApplied } from '@mosaic/kernel/stores/postgres-outbox';
import { type MintId, mintId } from '@mosaic/kernel/values/ids';
import type { Clock } from '@mosaic/kernel/values/time';
import { writeAttempts } from './writers/write-attempts.js';
import { writeAudit } from './writers/write-audit.js';
import { writeCoaches } from './writers/write-coaches.js';
import { writeCredentials } from './writers/write-credentials.js';
import { writeGuests } from './writers/write-guests.js';
import { writeLinkTokens } from './writers/write-link-tokens.js';
import { type NewMail, writeMails } from './writers/write-mails.js';
import { writeRefreshTokens } from './writers/write-refresh-tokens.js';
import { writeSessions } from './writers/write-sessions.js';
import { writeSpecialties } from './writers/write-specialties.js';
import { writeUsers } from './writers/write-users.js';

/**
 * One transaction. Locks are taken in one order, so that no two units wait for each other: users, then credentials,
 * then refresh tokens, then sessions, then what a person has beside them (coach, link tokens), specialties last.
 */
export type Unit = ReturnType<typeof openUnit>;

/** What a unit leaves to be told of after its commit. */
interface Grown {
  readonly announced: OutboxEvent[];
  hasMail: boolean;
}

function openUnit(em: EntityManager, now: Date, mails: ReturnType<typeof writeMails>, grown: Grown) {
  return {
    now,
    users: writeUsers(em),
    credentials: writeCredentials(em),
    sessions: writeSessions(em, now),
    refreshTokens: writeRefreshTokens(em, now),
    attempts: writeAttempts(em, now),
    guests: writeGuests(em, now),
    linkTokens: writeLinkTokens(em, now),
    mails,
    coaches: writeCoaches(em),
    specialties: writeSpecialties(em),
    audit: writeAudit(em),
    /** Stands or falls with everything else in the unit. */
    announce: (event: OutboxEvent): void => void grown.announced.push(event),
    /** Likewise: no mail leaves before the commit, and none is lost after it. */
    async mail(mail: NewMail): Promise<void> {
      await mails.add(mail);
      grown.hasMail = true;
    },
    /** False when this reaction had applied this event before. */
    recordApplied: (reaction: string, eventId: string): Promise<boolean> => recordApplied(em, reaction, eventId),
  };
}

/**
 * Runs `work` and commits when it resolves, also with a refusal: whoever refuses decides what was written before.
 * Rolls everything back when it throws.
 */
export type Transact = <T>(work: (unit: Unit) => Promise<T>) => Promise<T>;

export interface UnitOptions {
  /** Called after a commit that announced something. */
  onAnnounced?: () => void;
  /** Called after a commit that queued a mail. */
  onMail?: () => void;
  mintId?: MintId;
  /** Nothing is mailed at all: a demo world's people have no mailboxes. */
  isMute?: boolean;
}

export const unitOfWork =
  (orm: MikroORM, clock: Clock, options: UnitOptions = {}): Transact =>
  async (work) => {
    const { mintId: mint = mintId, isMute = false } = options;
    const grown: Grown = { announced: [], hasMail: false };
    const result = await orm.em.fork().transactional(async (em) => {
      const outcome = await work(openUnit(em, clock.now(), writeMails(em, clock.now(), mint, isMute), grown));
      await appendToOutbox(em, grown.announced);
      return outcome;
    });
    if (grown.announced.length > 0) options.onAnnounced?.();
    if (grown.hasMail) options.onMail?.();
    return result;
  };
