// Root fields that write, in files by subject.

export const mutations = [
  //
] as const;
