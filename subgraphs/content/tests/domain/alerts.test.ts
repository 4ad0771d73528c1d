// The life of an alert: the table of transitions, and what readings do to it.
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Alert, type AlertStatus, checkTransition } from '../../src/domain/alert.js';
import { AlertRule, type Comparison, isBreach } from '../../src/domain/alert-rule.js';
import { judgeReading } from '../../src/domain/judge-reading.js';

const rule = (comparison: Comparison, threshold: number): AlertRule =>
  Object.assign(new AlertRule(), { id: `${comparison} ${threshold}`, comparison, threshold });
const alert = (ruleId: string, status: AlertStatus): Alert =>
  Object.assign(new Alert(), { id: ruleId, ruleId, status });
const at = (second: number) => new Date(second * 1_000);

test('the table has exactly three ways', () => {
  const states: AlertStatus[] = ['OPEN', 'ACKNOWLEDGED', 'RESOLVED'];
  const open = states.flatMap((from) => states.filter((to) => !checkTransition(from, to)).map((to) => `${from} ${to}`));
  expect(open).toEqual(['OPEN ACKNOWLEDGED', 'OPEN RESOLVED', 'ACKNOWLEDGED RESOLVED']);
});

test('an illegal step is named with what would be legal', () => {
  expect(checkTransition('ACKNOWLEDGED', 'ACKNOWLEDGED')).toMatchObject({
    code: 'ILLEGAL_TRANSITION',
    parameters: { from: 'ACKNOWLEDGED', to: 'ACKNOWLEDGED', allowed: 'RESOLVED' },
  });
  const refusal = checkTransition('RESOLVED', 'OPEN');
  expect(isRefusal(refusal) && refusal.parameters['allowed']).toBe('nothing else');
});

test.each([
  ['GT', [false, false, true]],
  ['GTE', [false, true, true]],
  ['LT', [true, false, false]],
  ['LTE', [true, true, false]],
] as const)('%s 10 judges 9, 10, 11 as %j', (comparison, verdicts) => {
  expect([9, 10, 11].map((value) => isBreach({ comparison, threshold: 10 }, value))).toEqual(verdicts);
});

describe('a reading', () => {
  const gt = rule('GT', 10);

  test('opens for a broken rule without a standing alert', () => {
    expect(judgeReading({ value: 11, at: at(1) }, null, [gt, rule('LT', 5)], [])).toEqual({
      toOpen: [gt],
      toResolve: [],
    });
  });

  test.each(['OPEN', 'ACKNOWLEDGED'] as const)('opens no second beside one that is %s', (status) => {
    expect(judgeReading({ value: 12, at: at(2) }, at(1), [gt], [alert(gt.id, status)]).toOpen).toEqual([]);
  });

  test('resolves what stands when the rule is kept again, and nothing that is over', () => {
    const standing = alert(gt.id, 'ACKNOWLEDGED');
    expect(judgeReading({ value: 9, at: at(2) }, at(1), [gt], [standing]).toResolve).toEqual([standing]);
    expect(judgeReading({ value: 9, at: at(2) }, at(1), [gt], [alert(gt.id, 'RESOLVED')]).toResolve).toEqual([]);
  });

  test('opens again after a resolved one', () => {
    expect(judgeReading({ value: 12, at: at(2) }, at(1), [gt], [alert(gt.id, 'RESOLVED')]).toOpen).toEqual([gt]);
  });

  test('that arrives late judges nothing; at the same instant the later arrival does', () => {
    const standing = alert(gt.id, 'OPEN');
    expect(judgeReading({ value: 9, at: at(1) }, at(2), [gt], [standing])).toEqual({ toOpen: [], toResolve: [] });
    expect(judgeReading({ value: 12, at: at(1) }, at(2), [gt], [])).toEqual({ toOpen: [], toResolve: [] });
    expect(judgeReading({ value: 9, at: at(2) }, at(2), [gt], [standing]).toResolve).toEqual([standing]);
  });

  test('whatever comes in time order, a rule has one standing alert exactly while its last reading breaches it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 5, max: 15 }), { minLength: 1 }), (values) => {
        let standing: Alert[] = [];
        for (const [second, value] of values.entries()) {
          const verdicts = judgeReading({ value, at: at(second) }, second > 0 ? at(second - 1) : null, [gt], standing);
          standing = standing.filter((one) => !verdicts.toResolve.includes(one));
          standing.push(...verdicts.toOpen.map(({ id }) => alert(id, 'OPEN')));
          expect(standing).toHaveLength(value > 10 ? 1 : 0);
        }
      }),
    );
  });
});
