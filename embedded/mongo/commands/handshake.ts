// hello and what else clients ask about the server itself. It presents itself as the primary of a replica set of one:
// drivers offer transactions and retryable writes to those only.
import { Int32, ObjectId } from 'bson';
import { MAX_DOCUMENT_BYTES } from '../values/document-size.js';
import { type Command, reply } from './command.js';
import { MAX_BATCH } from './write-statement.js';

/** As MongoDB 7.0 speaks: clients choose their commands by it. */
const WIRE_VERSION = 21;
const VERSION = '7.0.0';
export const MAX_MESSAGE_BYTES = 48_000_000;

const ELECTION = new ObjectId('7fffffff0000000000000001');

export const hello: Command = {
  accepts: ['helloOk', 'client', 'compression', 'loadBalanced', 'topologyVersion', 'maxAwaitTimeMS', 'backpressure'],
  refuses: ['speculativeAuthenticate', 'saslSupportedMechs'],
  run: (_, { connection }) =>
    reply({
      helloOk: true,
      isWritablePrimary: true,
      ismaster: true,
      secondary: false,
      setName: 'rs0',
      setVersion: new Int32(1),
      hosts: [connection.server],
      primary: connection.server,
      me: connection.server,
      electionId: ELECTION,
      maxBsonObjectSize: MAX_DOCUMENT_BYTES,
      maxMessageSizeBytes: MAX_MESSAGE_BYTES,
      maxWriteBatchSize: MAX_BATCH,
      localTime: new Date(),
      logicalSessionTimeoutMinutes: 30,
      connectionId: connection.id,
      minWireVersion: 0,
      maxWireVersion: WIRE_VERSION,
      readOnly: false,
    }),
};

const answer = (fields: Record<string, unknown>, accepts: readonly string[] = []): Command => ({
  accepts,
  run: () => reply(fields),
});

export const ping = answer({});
export const refreshSessions = answer({});
export const connectionStatus = answer({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } }, [
  'showPrivileges',
]);

export const buildInfo = answer({
  version: VERSION,
  versionArray: VERSION.split('.').map(Number).concat(0),
  gitVersion: 'embedded',
  modules: [],
  bits: 64,
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  storageEngines: ['journal'],
});

export const getParameter: Command = {
  accepts: ['featureCompatibilityVersion', 'allParameters', 'requireApiVersion'],
  run: (command) => {
    const all = command['getParameter'] === '*' || command['allParameters'] === true;
    return reply({
      ...((all || 'featureCompatibilityVersion' in command) && { featureCompatibilityVersion: { version: '7.0' } }),
      ...((all || 'requireApiVersion' in command) && { requireApiVersion: false }),
    });
  },
};

export const serverStatus: Command = {
  accepts: [],
  run: (_, { store }) =>
    reply({
      version: VERSION,
      process: 'mosaic-embedded-mongo',
      pid: process.pid,
      uptime: process.uptime(),
      collections: store.collections.size,
      storageEngine: { name: 'journal' },
    }),
};

export const collStats: Command = {
  accepts: ['scale'],
  run(command, { store, database }) {
    const collection = store.collections.get(`${database}.${String(command['collStats'])}`);
    const bytes = collection?.bytes ?? 0;
    return reply({
      ns: `${database}.${String(command['collStats'])}`,
      count: collection?.rows.size ?? 0,
      size: bytes,
      storageSize: bytes,
      nindexes: collection?.indexes.size ?? 0,
    });
  },
};

export const dbStats: Command = {
  accepts: ['scale', 'freeStorage'],
  run(_, { store, database }) {
    const own = [...store.collections.values()].filter(({ namespace }) => namespace.startsWith(`${database}.`));
    const dataSize = own.reduce((sum, { bytes }) => sum + bytes, 0);
    return reply({ db: database, collections: own.length, dataSize, storageSize: dataSize });
  },
};
