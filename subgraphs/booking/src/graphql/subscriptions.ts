// Root fields that stream, in files by subject.

export const subscriptions = [
  //
] as const;
