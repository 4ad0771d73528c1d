// What this server does not do, it refuses with an error that names it: never a silent wrong answer.
import type { Document } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { useMongo } from './mongo-lab.js';

const lab = useMongo();

const aggregate = (...pipeline: Document[]): Document => ({ aggregate: 'c', pipeline, cursor: {} });
const find = (filter: Document, more: Document = {}): Document => ({ find: 'c', filter, ...more });
const update = (u: Document, more: Document = {}): Document => ({ update: 'c', updates: [{ q: {}, u, ...more }] });
const index = (key: Document, more: Document = {}): Document => ({
  createIndexes: 'c',
  indexes: [{ key, name: 'index', ...more }],
});
const project = (expression: Document): Document => aggregate({ $project: { x: expression } });

// Each command with the words that its error must hold.
const refused: [string, Document][] = [
  // Commands.
  ['mapReduce', { mapReduce: 'c', map: '', reduce: '', out: 'x' }],
  ['group', { group: { ns: 'c' } }],
  ['eval', { eval: 'function(){}' }],
  ['compact', { compact: 'c' }],
  ['createUser', { createUser: 'u' }],
  ['saslStart', { saslStart: 1 }],
  ['bulkWrite', { bulkWrite: 1 }],
  ['replSetGetConfig', { replSetGetConfig: 1 }],
  ['createSearchIndexes', { createSearchIndexes: 'c' }],
  ['validate', { validate: 'c' }],
  ['toString', { toString: 1 }],
  ['constructor', { constructor: 1 }],
  // Collections.
  ['viewOn', { create: 'v', viewOn: 'c', pipeline: [] }],
  ['timeseries', { create: 't', timeseries: { timeField: 't' } }],
  ['capped', { create: 't', capped: true, size: 1000 }],
  ['clusteredIndex', { create: 't', clusteredIndex: { key: { _id: 1 }, unique: true } }],
  ['$jsonSchema', { create: 't', validator: { $jsonSchema: { required: ['a'] } } }],
  ['fr', { create: 't', collation: { locale: 'fr' } }],
  // Indexes.
  ['text', index({ a: 'text' })],
  ['2dsphere', index({ a: '2dsphere' })],
  ['2d', index({ a: '2d' })],
  ['hashed', index({ a: 'hashed' })],
  ['$**', index({ 'a.$**': 1 })],
  ['wildcardProjection', index({ a: 1 }, { wildcardProjection: { b: 1 } })],
  ['weights', index({ a: 1 }, { weights: { a: 2 } })],
  ['en', index({ a: 1 }, { collation: { locale: 'en', strength: 2 } })],
  ['$where', index({ a: 1 }, { partialFilterExpression: { $where: 'true' } })],
  // Queries.
  ['$where', find({ $where: 'this.a == 1' })],
  ['$text', find({ $text: { $search: 'x' } })],
  ['$near', find({ a: { $near: [0, 0] } })],
  ['$nearSphere', find({ a: { $nearSphere: [0, 0] } })],
  ['$geoWithin', find({ a: { $geoWithin: {} } })],
  ['$geoIntersects', find({ a: { $geoIntersects: {} } })],
  ['$jsonSchema', find({ $jsonSchema: {} })],
  ['$frobnicate', find({ a: { $frobnicate: 1 } })],
  ['$frobnicate', find({ $frobnicate: 1 })],
  ['$gtt', find({ a: { $elemMatch: { $gtt: 1 } } })],
  ['$sin', find({ $expr: { $sin: '$a' } })],
  ['x', find({ a: { $regex: 'a b', $options: 'x' } })],
  ['$meta', find({}, { sort: { score: { $meta: 'textScore' } } })],
  ['$meta', find({}, { projection: { score: { $meta: 'textScore' } } })],
  ['en', find({}, { collation: { locale: 'en' } })],
  ['tailable', find({}, { tailable: true })],
  ['min', find({}, { min: { a: 1 }, hint: 'a_1' })],
  ['returnKey', find({}, { returnKey: true })],
  ['showRecordId', find({}, { showRecordId: true })],
  ['frobnicate', find({}, { frobnicate: 1 })],
  ['hint', find({}, { hint: 'no_such_index' })],
  ['snapshot', find({}, { readConcern: { level: 'snapshot' } })],
  ['afterClusterTime', find({}, { readConcern: { afterClusterTime: 1 } })],
  // Updates.
  ['$frobnicate', update({ $frobnicate: { a: 1 } })],
  ['$pushAll', update({ $pushAll: { a: [1] } })],
  ['$foo', update({ $push: { a: { $each: [1], $foo: 1 } } })],
  ['$match', update([{ $match: {} }] as Document)],
  ['$currentDate', update({ $currentDate: { a: { $type: 'year' } } })],
  ['$inner', update({ a: 1, $inner: 2 })],
  ['fr', update({ $set: { a: 1 } }, { collation: { locale: 'fr' } })],
  ['frobnicate', update({ $set: { a: 1 } }, { frobnicate: true })],
  ['w', { insert: 'c', documents: [{ a: 1 }], writeConcern: { w: 3 } }],
  ['encryptionInformation', { insert: 'c', documents: [{ a: 1 }], encryptionInformation: {} }],
  // Aggregation stages.
  ...[
    '$bucketAuto',
    '$changeStream',
    '$currentOp',
    '$densify',
    '$fill',
    '$geoNear',
    '$listSessions',
    '$redact',
    '$search',
    '$setWindowFields',
    '$vectorSearch',
    '$frobnicate',
  ].map((stage): [string, Document] => [stage, aggregate({ [stage]: {} })]),
  ['$setWindowFields', aggregate({ $facet: { a: [{ $setWindowFields: {} }] } })],
  ['$frobnicate', aggregate({ $lookup: { from: 'c', as: 'x', pipeline: [{ $frobnicate: 1 }] } })],
  ['$frobnicate', aggregate({ $lookup: { from: 'c', as: 'x', localField: 'a', foreignField: 'a', $frobnicate: 1 } })],
  ['explain', { ...aggregate(), explain: true }],
  ['en', { ...aggregate(), collation: { locale: 'en' } }],
  // Expressions and accumulators.
  ...[
    '$sin',
    '$function',
    '$accumulator',
    '$dateFromParts',
    '$toHashedIndexKey',
    '$frobnicate',
    '$setField',
    '$bitAnd',
  ].map((operator): [string, Document] => [operator, project({ [operator]: {} })]),
  ...['$top', '$firstN', '$median', '$percentile', '$accumulator', '$frobnicate'].map((name): [string, Document] => [
    name,
    aggregate({ $group: { _id: null, x: { [name]: {} } } }),
  ]),
  ['NOPE', project({ $add: ['$$NOPE', 1] })],
  ['format', project({ $dateToString: { date: '$a', formatted: 1 } })],
];

describe('a refusal names what is not supported', () => {
  beforeAll(async () => {
    await lab.client.db().collection('c').insertOne({ a: 1 });
    await lab.client.db().collection('c').createIndex({ a: 1 });
  });

  it.each(refused)('%s (%#)', async (word, command) => {
    const answer = await lab.client
      .db()
      .command(command)
      .then(
        (reply) => (reply['writeErrors'] as [{ errmsg: string }] | undefined)?.[0].errmsg ?? 'accepted',
        (error: Error) => error.message,
      );
    expect(answer).toContain(word);
    expect(answer).not.toBe('accepted');
  });

  it('change streams', async () => {
    const stream = lab.client.db().collection('c').watch();
    await expect(stream.next()).rejects.toThrow('$changeStream');
    await stream.close();
  });

  it('nothing refused has changed anything', async () => {
    expect(await lab.client.db().collection('c').countDocuments()).toBe(1);
    expect((await lab.client.db().collection('c').indexes()).map(({ name }) => name)).toEqual(['_id_', 'a_1']);
    expect((await lab.client.db().listCollections().toArray()).map(({ name }) => name)).toEqual(['c']);
  });
});
