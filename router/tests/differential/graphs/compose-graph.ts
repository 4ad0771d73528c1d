// Composes a small graph into the text of a supergraph.
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import type { SmallGraph } from './small-graph.js';

const imported = [
  'key',
  'requires',
  'provides',
  'external',
  'shareable',
  'override',
  'inaccessible',
  'interfaceObject',
];
const header = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.8", import: [${imported.map((name) => `"@${name}"`).join(' ')}])`;

/** Throws with every complaint of the composition. */
export function composeGraph({ name, subgraphs }: SmallGraph): string {
  const services = Object.entries(subgraphs).map(([subgraph, sdl]) => ({
    name: subgraph,
    url: `http://${subgraph}.example/graphql`,
    typeDefs: parse(header + sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(`${name}: ${errors?.map(({ message }) => message).join('\n')}`);
  return supergraphSdl;
}
