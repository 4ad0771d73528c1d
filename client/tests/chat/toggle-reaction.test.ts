// What stands on a message after the viewer pressed an emoji.
import { expect, test } from 'vitest';
import { type ReactionCount, toggleReaction } from '../../src/pages/chat/toggle-reaction';

const stands = (emoji: string, count: number, viewerHasReacted: boolean): ReactionCount => ({
  emoji,
  count,
  viewerHasReacted,
});

test('a new one comes last', () => {
  expect(toggleReaction([stands('👍', 2, false)], '🎉')).toMatchObject([stands('👍', 2, false), stands('🎉', 1, true)]);
});

test('one that others put there counts one more, and keeps its place', () => {
  expect(toggleReaction([stands('👍', 2, false), stands('🎉', 1, false)], '👍')).toEqual([
    stands('👍', 3, true),
    stands('🎉', 1, false),
  ]);
});

test('taking back leaves those of others, and nothing when there are none', () => {
  expect(toggleReaction([stands('👍', 2, true)], '👍')).toEqual([stands('👍', 1, false)]);
  expect(toggleReaction([stands('👍', 1, true)], '👍')).toEqual([]);
});
