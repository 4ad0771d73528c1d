// All commands, by the names that clients use. What is not here does not exist.
import { aggregate } from './aggregate.js';
import {
  collMod,
  create,
  drop,
  dropDatabase,
  listCollections,
  listDatabases,
  renameCollection,
} from './collections.js';
import type { Command } from './command.js';
import { count, distinct } from './count.js';
import { deleteCommand } from './delete.js';
import { explain } from './explain.js';
import { configureFailPoint } from './fail-points.js';
import { find, getMore, killCursors } from './find.js';
import { findAndModify } from './find-and-modify.js';
import {
  buildInfo,
  collStats,
  connectionStatus,
  dbStats,
  getParameter,
  hello,
  ping,
  refreshSessions,
  serverStatus,
} from './handshake.js';
import { createIndexes, dropIndexes, listIndexes } from './indexes.js';
import { insert } from './insert.js';
import { abortTransaction, commitTransaction, endSessions, killAllSessions, killSessions } from './transactions.js';
import { update } from './update.js';

const COMMANDS: Readonly<Record<string, Command>> = {
  hello,
  isMaster: hello,
  ismaster: hello,
  ping,
  buildInfo,
  buildinfo: buildInfo,
  connectionStatus,
  getParameter,
  serverStatus,

  find,
  getMore,
  killCursors,
  count,
  distinct,
  aggregate,
  explain,

  insert,
  update,
  delete: deleteCommand,
  findAndModify,
  findandmodify: findAndModify,

  commitTransaction,
  abortTransaction,
  endSessions,
  refreshSessions,
  killSessions,
  killAllSessions,

  create,
  collMod,
  drop,
  dropDatabase,
  renameCollection,
  listCollections,
  listDatabases,
  createIndexes,
  listIndexes,
  dropIndexes,
  collStats,
  dbStats,

  configureFailPoint,
};

export const commandNamed = (name: string): Command | undefined =>
  Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
