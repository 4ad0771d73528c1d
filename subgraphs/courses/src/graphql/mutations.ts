// Every root field that changes something.
import { CourseMutations } from './course-mutations.js';
import { LearningMutations } from './learning-mutations.js';

export const mutations = [CourseMutations, LearningMutations] as const;
