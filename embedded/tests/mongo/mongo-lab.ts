// A server and a mongoose connection for one test file: the stand-in, or for the suites about data the real server that
// MONGODB_URL names, where the database of the tests is dropped first.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MongoOptions, type MongoServer, startMongo } from '@mosaic/embedded/mongo/start-mongo';
import { MongoClient } from 'mongodb';
import mongoose, { type Connection } from 'mongoose';
import { afterAll, beforeAll } from 'vitest';

export interface MongoLab {
  server: MongoServer;
  client: MongoClient;
  mongoose: Connection;
  dataDir: string;
  /** Stops the server and starts it again on the same files; clients are connected anew. */
  restart(): Promise<void>;
}

/** Starts before the tests of a file, stops after them, leaves no files behind. */
export function useMongo(options: Partial<MongoOptions> = {}): MongoLab {
  const lab = {} as MongoLab;
  const connect = async () => {
    lab.server = realServer() ?? (await startMongo({ dataDir: lab.dataDir, ...options }));
    lab.client = await MongoClient.connect(lab.server.url('app'));
    lab.mongoose = await mongoose.createConnection(lab.server.url('app')).asPromise();
  };
  const disconnect = async () => {
    await lab.mongoose.close();
    await lab.client.close();
    await lab.server.stop();
  };
  lab.restart = async () => {
    await disconnect();
    await connect();
  };
  beforeAll(async () => {
    lab.dataDir = await mkdtemp(join(tmpdir(), 'mosaic-mongo-'));
    await connect();
    await lab.client.db().dropDatabase();
  });
  afterAll(async () => {
    await disconnect();
    await rm(lab.dataDir, { recursive: true });
  });
  return lab;
}

function realServer(): MongoServer | null {
  const given = process.env['MONGODB_URL'];
  if (!given) return null;
  const url = (database: string) => {
    const at = new URL(given);
    at.pathname = `/${database}_of_stand_in_suites`;
    return at.href;
  };
  return { port: Number(new URL(given).port), url, stop: async () => {} };
}
