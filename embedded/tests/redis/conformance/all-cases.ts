// The whole conformance list.
import { BLOCKING_CASES } from './blocking.js';
import type { ConformanceCase } from './case.js';
import { COLLECTIONS_CASES } from './collections.js';
import { COUNTERS_CASES } from './counters.js';
import { GROUP_DETAILS_CASES } from './group-details.js';
import { GROUP_WAITS_CASES } from './group-waits.js';
import { GROUPS_CASES } from './groups.js';
import { KEYS_CASES } from './keys.js';
import { LONG_STREAMS_CASES } from './long-streams.js';
import { PENDING_CASES } from './pending.js';
import { PROTOCOL_CASES } from './protocol.js';
import { PUBSUB_CASES } from './pubsub.js';
import { SCRIPTS_CASES } from './scripts.js';
import { SORTED_SETS_CASES } from './sorted-sets.js';
import { STREAM_READS_CASES } from './stream-reads.js';
import { STREAMS_CASES } from './streams.js';
import { STRINGS_CASES } from './strings.js';
import { TRANSACTIONS_CASES } from './transactions.js';
import { WATCHING_CASES } from './watching.js';
import { WIRE_CASES } from './wire.js';

export const ALL_CASES: readonly ConformanceCase[] = [
  ...BLOCKING_CASES,
  ...COLLECTIONS_CASES,
  ...COUNTERS_CASES,
  ...GROUP_DETAILS_CASES,
  ...GROUP_WAITS_CASES,
  ...GROUPS_CASES,
  ...KEYS_CASES,
  ...LONG_STREAMS_CASES,
  ...PENDING_CASES,
  ...PROTOCOL_CASES,
  ...PUBSUB_CASES,
  ...SCRIPTS_CASES,
  ...SORTED_SETS_CASES,
  ...STREAM_READS_CASES,
  ...STREAMS_CASES,
  ...STRINGS_CASES,
  ...TRANSACTIONS_CASES,
  ...WATCHING_CASES,
  ...WIRE_CASES,
];
