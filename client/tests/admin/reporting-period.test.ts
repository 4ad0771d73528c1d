import { describe, expect, it } from 'vitest';
import { growth, periodsOf, spanOf } from '../../src/pages/admin/reporting-period';

describe('the periods of the dashboard', () => {
  it('are seven whole days, the seven before, and each day alone', () => {
    const { current, previous, parts } = periodsOf('2026-11-21', 7, 'UTC');
    expect(current).toEqual({ from: '2026-11-15T00:00:00.000Z', to: '2026-11-22T00:00:00.000Z' });
    expect(previous).toEqual({ from: '2026-11-08T00:00:00.000Z', to: '2026-11-15T00:00:00.000Z' });
    expect(parts).toHaveLength(7);
    expect(parts[0]).toEqual({ from: '2026-11-15T00:00:00.000Z', to: '2026-11-16T00:00:00.000Z' });
    expect(parts[6]?.to).toBe(current.to);
  });

  it('follow each other without a gap, also where the clocks change', () => {
    const { parts } = periodsOf('2026-10-28', 28, 'Europe/Paris');
    expect(parts[0]?.from).toBe('2026-09-30T22:00:00.000Z');
    expect(parts[6]?.to).toBe('2026-10-28T23:00:00.000Z');
    for (const [at, part] of parts.slice(1).entries()) expect(part.from).toBe(parts[at]?.to);
  });

  it('are a week when the address says nothing known', () => {
    expect([spanOf('28'), spanOf('84'), spanOf('9'), spanOf(null)]).toEqual([28, 84, 7, 7]);
  });

  it('grow by a share of what was, and by nothing that can be said from zero', () => {
    expect([growth(3, 2), growth(1, 2), growth(5, 0)]).toEqual([0.5, -0.5, null]);
  });
});
