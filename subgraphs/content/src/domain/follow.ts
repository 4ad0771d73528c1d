// Who follows whom: one row per two people, and for each person how many there are on either side.
import type { Id } from '@mosaic/kernel/values/ids';

/** Whose posts one feed gathers, at most. */
export const MOST_FOLLOWED = 2_000;

export class Follow {
  /** `<follower id> <followed id>`. */
  id: string;
  followerId: Id<'User'>;
  followedId: Id<'User'>;
  followedAt: Date;
}

export const followId = (followerId: string, followedId: string): string => `${followerId} ${followedId}`;

export class FollowCounts {
  /** Whose. */
  id: Id<'User'>;
  followers: number;
  following: number;
}
