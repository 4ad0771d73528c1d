// Starts the two test subgraphs behind the kernel's own walls, and composes their supergraph.
import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { composeServices } from '@apollo/composition';
import { readConfig } from '@mosaic/kernel/config/read-config';
import { callerKeys } from '@mosaic/kernel/config/settings';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import { assemble, type Handler } from '@mosaic/kernel/subgraph/assemble';
import { buildSubgraph } from '@mosaic/kernel/subgraph/build-schema';
import type { CallContext } from '@mosaic/kernel/subgraph/call';
import { createLogger } from '@mosaic/kernel/telemetry/logger';
import { parse } from 'graphql';
import { callerKeysText } from './keys.js';
import { findPerson, PeopleResolver } from './people.js';
import { Author, RoomsResolver } from './rooms.js';

const keys = readConfig({ MOSAIC_CALLER_KEYS: callerKeys }, { MOSAIC_CALLER_KEYS: callerKeysText }).MOSAIC_CALLER_KEYS;
export type Name = 'people' | 'rooms';

const parts = {
  people: { resolvers: [PeopleResolver] as never, references: { Person: findPerson } },
  rooms: {
    resolvers: [RoomsResolver] as never,
    references: {
      Person: async ({ id }: { id: string }) => Object.assign(new Author(), { id, nickname: `nick-${id}` }),
    },
  },
};

/** Listens until the scope closes; port 0 takes a free one. */
export async function startSubgraph(scope: Scope, name: Name, port = 0, pages: Record<string, Handler> = {}) {
  return assemble<CallContext>(scope, {
    ...parts[name],
    name,
    host: '127.0.0.1',
    port,
    callerKeys: keys,
    log: createLogger(name, 'CRITICAL'),
    context: (call) => ({ call }),
    probe: null,
    pages,
  });
}

/** The composed supergraph as a file; its routing URLs lead nowhere, because SUBGRAPH_URLS replaces them. */
export async function writeSupergraph(path: string): Promise<void> {
  const services = await Promise.all(
    Object.entries(parts).map(async ([name, part]) => ({
      name,
      url: 'http://127.0.0.1:1/graphql',
      typeDefs: parse((await buildSubgraph<CallContext>(part)).sdl),
    })),
  );
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  await writeFile(path, supergraphSdl);
}
