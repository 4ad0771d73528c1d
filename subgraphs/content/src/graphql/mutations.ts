// Every root field that changes something.
import { MonitorMutations } from './monitor-mutations.js';
import { NotificationMutations } from './notification-mutations.js';
import { PostMutations } from './post-mutations.js';
import { RoomMutations } from './room-mutations.js';

export const mutations = [RoomMutations, PostMutations, MonitorMutations, NotificationMutations] as const;
