// What stands on a message once the viewer has put an emoji there, or taken it back.
export interface ReactionCount {
  readonly emoji: string;
  readonly count: number;
  readonly viewerHasReacted: boolean;
}

export function toggleReaction<R extends ReactionCount>(reactions: readonly R[], emoji: string): readonly R[] {
  const there = reactions.find((reaction) => reaction.emoji === emoji);
  if (!there)
    return [...reactions, { __typename: 'ReactionCount', emoji, count: 1, viewerHasReacted: true } as unknown as R];
  const count = there.count + (there.viewerHasReacted ? -1 : 1);
  const changed = { ...there, count, viewerHasReacted: !there.viewerHasReacted };
  return reactions.flatMap((reaction) => (reaction !== there ? [reaction] : count > 0 ? [changed] : []));
}
