// Composition: subgraph SDLs in, the supergraph and the public API out. A warning is a failure.
import { composeServices } from '@apollo/composition';
import { printSchema } from '@apollo/federation-internals';
import { parse } from 'graphql';

export interface Composed {
  readonly supergraph: string;
  /** What integrators see: the graph without federation's machinery. */
  readonly api: string;
}

/** Throws an Error that lists every composition error, or every hint of level WARN. */
export function compose(subgraphs: readonly { name: string; url: string; sdl: string }[]): Composed {
  const result = composeServices(subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })));
  if (result.errors) throw failure('composition failed', result.errors);
  const { supergraphSdl, schema, hints } = result;
  const warnings = hints.filter(({ definition }) => definition.level.name === 'WARN');
  if (warnings.length > 0) throw failure('composition warns', warnings);
  return { supergraph: `${supergraphSdl.trimEnd()}\n`, api: `${printSchema(schema.toAPISchema()).trimEnd()}\n` };
}

const failure = (title: string, causes: readonly { message: string }[]) =>
  new Error(`${title}:\n${causes.map(({ message }) => message).join('\n')}`);
