/** The table of every command this server knows. What is not here answers `ERR unknown command`. */
import type { Command } from '../execute/command.js';
import { CLIENT_COMMANDS } from './client.js';
import { CONNECTION_COMMANDS } from './connection.js';
import { COUNTER_COMMANDS } from './counters.js';
import { DESCRIBE_STREAM_COMMANDS } from './describe-streams.js';
import { EXPIRY_COMMANDS } from './expiry.js';
import { HASH_COMMANDS } from './hashes.js';
import { KEY_COMMANDS } from './keys.js';
import { LIST_COMMANDS } from './lists.js';
import { PUBSUB_COMMANDS } from './pubsub.js';
import { READ_STREAM_COMMANDS } from './read-streams.js';
import { SCRIPT_COMMANDS } from './scripts.js';
import { SERVER_COMMANDS } from './server-commands.js';
import { SET_COMMANDS } from './sets.js';
import { SORTED_SET_COMMANDS } from './sorted-sets.js';
import { STREAM_GROUP_COMMANDS } from './stream-groups.js';
import { STREAM_COMMANDS } from './streams.js';
import { STRING_COMMANDS } from './strings.js';
import { TRANSACTION_COMMANDS } from './transactions.js';

/** Lower-case name -> command. */
export const ALL_COMMANDS: ReadonlyMap<string, Command> = new Map(
  [
    CONNECTION_COMMANDS,
    CLIENT_COMMANDS,
    SERVER_COMMANDS,
    KEY_COMMANDS,
    EXPIRY_COMMANDS,
    STRING_COMMANDS,
    COUNTER_COMMANDS,
    HASH_COMMANDS,
    LIST_COMMANDS,
    SET_COMMANDS,
    SORTED_SET_COMMANDS,
    STREAM_COMMANDS,
    READ_STREAM_COMMANDS,
    STREAM_GROUP_COMMANDS,
    DESCRIBE_STREAM_COMMANDS,
    PUBSUB_COMMANDS,
    TRANSACTION_COMMANDS,
    SCRIPT_COMMANDS,
  ]
    .flat()
    .map((command) => [command.name, command]),
);
