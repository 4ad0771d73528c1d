// Root fields that write, by subject.

export const mutations = [] as const;
