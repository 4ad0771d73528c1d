// The types of the whole graph that `node(id)` answers for.

/** Loaded here, for viewers who may see them. */
export const ownNodes = ['User', 'Session'] as const;

/** Owned elsewhere: answered as stubs, and their owner decides what the viewer sees of them. */
export const foreignNodes = {
  Room: 'A conversation.',
  Message: 'Something said in a room.',
  Monitor: 'Something a person measures about themselves.',
  AlertRule: 'When a reading is a breach.',
  Alert: 'A rule of a monitor that was broken.',
  Notification: 'Something a person should know.',
} as const;
export type ForeignNode = keyof typeof foreignNodes;

export const isForeignNode = (type: string | null): type is ForeignNode =>
  type !== null && Object.hasOwn(foreignNodes, type);
