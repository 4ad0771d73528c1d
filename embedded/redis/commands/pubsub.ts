/** Publish and subscribe. Every change of a subscription is confirmed by a pushed message, one per channel. */
import { type Call, type Command, NO_REPLY, type Outcome } from '../execute/command.js';
import { compileGlob } from '../values/match-glob.js';
import { push, type Reply } from '../wire/reply.js';
import { commandFamily, type Subcommand } from './subcommands.js';

function confirm({ session }: Call, kind: string, channel: string | null): void {
  session.link.send(push([kind, channel, session.subscriptions]));
}

const subscribe =
  (kind: 'subscribe' | 'psubscribe') =>
  (names: string[], call: Call): Outcome => {
    const { engine, session } = call;
    for (const name of names) {
      if (kind === 'subscribe') engine.channels.join(session, name);
      else engine.channels.joinPattern(session, name);
      confirm(call, kind, name);
    }
    return NO_REPLY;
  };

/** Without names, leaves everything; one confirmation is sent even when there was nothing to leave. */
const unsubscribe =
  (kind: 'unsubscribe' | 'punsubscribe') =>
  (names: string[], call: Call): Outcome => {
    const { engine, session } = call;
    const joined = kind === 'unsubscribe' ? session.channels : session.patterns;
    const leaving = names.length > 0 ? names : [...joined];
    for (const name of leaving) {
      if (kind === 'unsubscribe') engine.channels.leave(session, name);
      else engine.channels.leavePattern(session, name);
      confirm(call, kind, name);
    }
    if (leaving.length === 0) confirm(call, kind, null);
    return NO_REPLY;
  };

const PUBSUB: readonly Subcommand[] = [
  {
    name: 'channels',
    arity: -2,
    run: ([pattern], { engine }) => engine.channels.names().filter(compileGlob(pattern ?? '*')),
  },
  {
    name: 'numsub',
    arity: -2,
    run: (names, { engine }) => names.flatMap((name): Reply[] => [name, engine.channels.listeners(name)]),
  },
  { name: 'numpat', arity: 2, run: (_args, { engine }) => engine.channels.patternCount },
];

export const PUBSUB_COMMANDS: readonly Command[] = [
  { name: 'subscribe', arity: -2, run: subscribe('subscribe'), whileSubscribed: true },
  { name: 'psubscribe', arity: -2, run: subscribe('psubscribe'), whileSubscribed: true },
  { name: 'unsubscribe', arity: -1, run: unsubscribe('unsubscribe'), whileSubscribed: true },
  { name: 'punsubscribe', arity: -1, run: unsubscribe('punsubscribe'), whileSubscribed: true },
  { name: 'publish', arity: 3, run: ([channel, message], { engine }) => engine.channels.publish(channel!, message!) },
  commandFamily('pubsub', PUBSUB),
];
