// Waits for a condition instead of sleeping.
import { expect } from 'vitest';

/** Resolves when `check` stops throwing; fails with its last complaint after `within` ms. */
export const eventually = (check: () => unknown, within = 10_000): Promise<void> =>
  expect.poll(() => complaintOf(check), { timeout: within, interval: 10 }).toBe(null);

function complaintOf(check: () => unknown): string | null {
  try {
    check();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
