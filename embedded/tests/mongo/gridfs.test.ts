// GridFS: files in chunks, read whole and in ranges.
import { createHash } from 'node:crypto';
import { GridFSBucket, type ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { useMongo } from './mongo-lab.js';

const lab = useMongo();

// Deterministic bytes: a hash chain.
const data = Buffer.concat(Array.from({ length: 1000 }, (_, i) => createHash('sha256').update(String(i)).digest()));

const bucketOf = () => new GridFSBucket(lab.client.db(), { chunkSizeBytes: 1000 });

async function upload(bucket: GridFSBucket): Promise<ObjectId> {
  const stream = bucket.openUploadStream('file.bin', { metadata: { kind: 'test' } });
  await new Promise<void>((resolve, reject) => {
    stream.on('finish', () => resolve());
    stream.on('error', reject);
    stream.end(data);
  });
  return stream.id;
}

async function download(bucket: GridFSBucket, id: ObjectId, range = {}): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of bucket.openDownloadStream(id, range)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe('GridFS', () => {
  it('gives back the bytes, whole and in ranges, also after a restart', async () => {
    const id = await upload(bucketOf());
    expect((await download(bucketOf(), id)).equals(data)).toBe(true);
    for (const [start, end] of [
      [0, 1],
      [1500, 4321],
      [999, 1001],
      [31_000, 32_000],
    ] as const) {
      expect((await download(bucketOf(), id, { start, end })).equals(data.subarray(start, end))).toBe(true);
    }
    await lab.restart();
    expect((await download(bucketOf(), id)).equals(data)).toBe(true);
    expect(await bucketOf().find({ 'metadata.kind': 'test' }).toArray()).toMatchObject([
      { length: 32_000, chunkSize: 1000 },
    ]);
  });

  it('deletes a file with its chunks', async () => {
    const id = await upload(bucketOf());
    await bucketOf().delete(id);
    await expect(download(bucketOf(), id)).rejects.toThrow('FileNotFound');
    expect(await lab.client.db().collection('fs.chunks').countDocuments({ files_id: id })).toBe(0);
  });
});
