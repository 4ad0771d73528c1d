// commitTransaction, abortTransaction and the commands about sessions.
import { CommandError } from '../errors.js';
import { noSuchTransaction } from '../store/transaction.js';
import { isDocument, type Value } from '../values/types.js';
import { type Command, reply } from './command.js';
import { sessionKey } from './session-key.js';

/** Repeating a commit is answered again, also after a restart: the driver does so when it did not hear the answer. */
export const commitTransaction: Command = {
  accepts: ['recoveryToken'],
  transactional: true,
  run(_, { store, session, transactionNumber }) {
    if (!session || !transactionNumber)
      throw new CommandError(72, 'InvalidOptions', 'commitTransaction needs a transaction');
    const { transaction } = session;
    const current = transactionNumber.toBigInt() === session.number;
    if (current && transaction?.state === 'open') {
      store.commit(transaction, [{ op: 'committed', session: session.key, number: transactionNumber }]);
      session.committed = true;
    }
    if (!current || !session.committed) throw noSuchTransaction(transactionNumber.toBigInt());
    return reply();
  },
};

export const abortTransaction: Command = {
  accepts: ['recoveryToken'],
  transactional: true,
  run(_, { store, session, transactionNumber }) {
    if (!session || !transactionNumber)
      throw new CommandError(72, 'InvalidOptions', 'abortTransaction needs a transaction');
    const { transaction } = session;
    if (transactionNumber.toBigInt() !== session.number || transaction?.state !== 'open') {
      if (session.committed) throw new CommandError(256, 'TransactionCommitted', 'the transaction has been committed');
      throw noSuchTransaction(transactionNumber.toBigInt());
    }
    store.abort(transaction);
    return reply();
  },
};

const endThem = (option: 'endSessions' | 'killSessions'): Command => ({
  accepts: [],
  run(command, { store, sessions }) {
    const list: Value[] = Array.isArray(command[option]) ? command[option] : [];
    for (const lsid of list) {
      const key = isDocument(lsid) ? sessionKey(lsid) : undefined;
      if (key === undefined) continue;
      const { transaction } = sessions.of(key);
      if (transaction?.state === 'open') store.abort(transaction);
      store.append(sessions.end(key));
    }
    return reply();
  },
});

export const endSessions = endThem('endSessions');
export const killSessions = endThem('killSessions');

export const killAllSessions: Command = {
  accepts: [],
  run(_, { store, sessions }) {
    for (const session of sessions.all) {
      if (session.transaction?.state === 'open') store.abort(session.transaction);
      store.append(sessions.end(session.key));
    }
    return reply();
  },
};
