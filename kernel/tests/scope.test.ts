// A scope closes what it owns, last first, whatever fails meanwhile.
import { expect, it } from 'vitest';
import { Deadline, withTimeout } from '../deadline/deadline.js';
import { Scope } from '../lifecycle/scope.js';

it('closes in reverse order, one after the other, once', async () => {
  const closed: string[] = [];
  const scope = new Scope();
  expect(scope.own('store', (name) => closed.push(name))).toBe('store');
  scope.defer(async () => {
    await new Promise(setImmediate);
    closed.push('server');
  });
  await scope.close();
  await scope.close();
  expect(closed).toEqual(['server', 'store']);
});

it('closes everything although something fails, and then says what did', async () => {
  const closed: string[] = [];
  const scope = new Scope();
  scope.defer(() => closed.push('first'));
  scope.defer(() => {
    throw new Error('no');
  });
  scope.defer(() => Promise.reject(new Error('never')));
  const failure = await scope.close().catch((error: AggregateError) => error);
  expect((failure as AggregateError).errors.map(({ message }: Error) => message)).toEqual(['never', 'no']);
  expect(closed).toEqual(['first']);
});

it('a deadline only gets nearer, and never goes below nothing', () => {
  const deadline = Deadline.in(40);
  expect(deadline.remaining()).toBeLessThanOrEqual(40);
  expect(deadline.remaining()).toBeGreaterThan(0);
  expect(Deadline.at(Date.now() - 1).remaining()).toBe(0);
});

it('waits no longer than it was told', async () => {
  await expect(withTimeout(new Promise(() => {}), 20)).rejects.toMatchObject({ name: 'TimeoutError' });
  expect(await withTimeout(Promise.resolve(1), 20)).toBe(1);
  await expect(withTimeout(Promise.reject(new Error('own')), 20)).rejects.toThrow('own');
});
