// What lies in the store of media beside what can be seen, and how its time is made to pass.
import { inMongo } from '../lab/look-inside.js';

export interface Left {
  /** Chunks of files that no medium refers to. */
  strayChunks: number;
  looseFiles: number;
  tickets: number;
  /** Bytes taken of everybody's quota. */
  reserved: number;
}

export const leftOf = (url: string): Promise<Left> =>
  inMongo(url, async (db) => {
    const media = await db.collection('media').find().toArray();
    const known = new Set(media.flatMap(({ files }) => files.map(({ fileId }: { fileId: string }) => fileId)));
    const chunks = await db
      .collection('fs.chunks')
      .find({}, { projection: { files_id: 1 } })
      .toArray();
    const usages = await db.collection('usages').find().toArray();
    return {
      strayChunks: chunks.filter(({ files_id }) => !known.has(String(files_id))).length,
      looseFiles: await db.collection('loose_files').countDocuments(),
      tickets: await db.collection('upload_tickets').countDocuments(),
      reserved: usages.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  });

/** The life of this ticket is over, and that of everything loose. */
export const letTimePass = (url: string, ticketPath: string): Promise<void> =>
  inMongo(url, async (db) => {
    const [ticketId = ''] = (ticketPath.split('/').at(-1) ?? '').split('.');
    const over = new Date(Date.now() - 1);
    await db.collection('loose_files').updateMany({}, { $set: { removeAt: over } });
    const tickets = db.collection<{ _id: string }>('upload_tickets');
    const { matchedCount } = await tickets.updateOne({ _id: ticketId }, { $set: { expiresAt: over } });
    if (matchedCount !== 1) throw new Error('there is no such ticket');
  });
