// Every root field that changes something.
import { AlbumMutations } from './album-mutations.js';
import { MediaMutations } from './media-mutations.js';

export const mutations = [MediaMutations, AlbumMutations] as const;
