// The world that the attacks have in common; none of them leaves a mark on it that the others would see.
import { openWorld } from '../lab/open-world.js';

export const world = openWorld({ subgraphs: ['users', 'content'] });
