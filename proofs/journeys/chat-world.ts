// The world that the journeys of people in rooms have in common.
import { openWorld } from '../lab/open-world.js';

export const world = openWorld({ subgraphs: ['users', 'content'] });
