// Root fields that write, in two files by subject.
import { AccountMutations } from './account-mutations.js';
import { SessionMutations } from './session-mutations.js';

export const mutations = [SessionMutations, AccountMutations] as const;
