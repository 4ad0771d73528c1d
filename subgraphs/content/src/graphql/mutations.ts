// Every root field that changes something.
import { MonitorMutations } from './monitor-mutations.js';
import { RoomMutations } from './room-mutations.js';

export const mutations = [RoomMutations, MonitorMutations] as const;
