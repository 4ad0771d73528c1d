// The numbers of the dashboard, counted by the test itself in each subgraph's own store.
import type { World } from '@mosaic/embedded/supervisor/start-world';
import type { Period } from '@mosaic/schema/period';
import type { Db } from 'mongodb';
import { inMongo, inPostgres } from '../lab/look-inside.js';

const within = (column: string) => `${column} >= $1 and ${column} < $2`;

export async function countInStores(databases: World['urls']['databases'], { from, to }: Period): Promise<object> {
  const rows = <Row extends object>(url: string, sql: string) => inPostgres<Row>(url, sql, [from, to]);
  const count = async (url: string, table: string, column: string, what = '*') =>
    (await rows<{ n: number }>(url, `select count(${what})::int as n from ${table} where ${within(column)}`))[0]?.n;
  const documents = (db: Db, name: string, field: string, more: object = {}) =>
    db.collection(name).countDocuments({ [field]: { $gte: from, $lt: to }, ...more });

  const { users, booking, commerce, content, courses, media } = databases;
  const uploads = await inMongo(media, (db) =>
    db
      .collection('media')
      .find({ createdAt: { $gte: from, $lt: to } })
      .toArray(),
  );
  return {
    signUpCount: await count(users, 'users', 'created_at'),
    activeUserCount: await count(users, 'sessions', 'last_seen_at', 'distinct user_id'),
    appointmentCount: await count(booking, 'appointments', 'created_at'),
    eventCount: await count(booking, 'events', 'created_at'),
    orderCount: await count(commerce, 'orders', 'placed_at'),
    // From what was paid; the dashboard reads the ledger.
    revenue: await rows(
      commerce,
      `select sum(amount_minor - refunded_minor)::int as "amountMinor", currency from payments
       where is_captured and ${within('created_at')} group by currency`,
    ),
    ...(await inMongo(content, async (db) => ({
      postCount: await documents(db, 'posts', 'createdAt'),
      messageCount: await documents(db, 'room_events', 'at', { kind: 'MESSAGE' }),
      alertCount: await documents(db, 'alerts', 'openedAt'),
    }))),
    ...(await inMongo(courses, async (db) => ({
      enrollmentCount: await documents(db, 'enrollments', 'activatedAt'),
      certificateCount: await documents(db, 'certificates', 'issuedAt'),
    }))),
    uploadCount: uploads.length,
    uploadBytes: uploads.reduce((sum, { byteLength }) => sum + byteLength, 0),
  };
}
