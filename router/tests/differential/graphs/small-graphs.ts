// The list of the small supergraphs that the differential suite runs on, besides Mosaic's own.
import { abstractEntities, interfaceObjects, interfaces, unions } from './abstract.js';
import { keys, longWay, override, provides, requires } from './joining.js';
import { inaccessible, mutations, renamedRoots } from './roots.js';
import type { SmallGraph } from './small-graph.js';
import { nestedLists, nulls, rewritten, scalars, shareable } from './values.js';

export const smallGraphs: readonly SmallGraph[] = [
  unions,
  interfaces,
  interfaceObjects,
  abstractEntities,
  requires,
  provides,
  override,
  keys,
  longWay,
  shareable,
  nestedLists,
  scalars,
  nulls,
  rewritten,
  mutations,
  renamedRoots,
  inaccessible,
];
