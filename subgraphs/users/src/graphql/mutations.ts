// Root fields that write, in files by subject.
import { AccessMutations } from './access-mutations.js';
import { AccountMutations } from './account-mutations.js';
import { CoachMutations } from './coach-mutations.js';
import { SessionMutations } from './session-mutations.js';

export const mutations = [SessionMutations, AccountMutations, AccessMutations, CoachMutations] as const;
