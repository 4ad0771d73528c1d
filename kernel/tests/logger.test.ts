// Logs: one JSON object per line with exactly the agreed fields, five level names, and no secret in it.
import { describe, expect, it } from 'vitest';
import { Secret } from '../config/secret.js';
import { createLogger, logLevels, withoutCredentials } from '../telemetry/logger.js';
import { journal } from './lab/log.js';

describe('a line', () => {
  it('has exactly ts, level, service and msg, and requestId where there is a request', () => {
    const lines: string[] = [];
    const log = createLogger('users', 'INFO', { write: (line) => void lines.push(line) });
    log.info('hello');
    log.with({ requestId: 'r1' }).warning('again', { count: 3 });
    expect(lines.every((line) => line.endsWith('}\n') && line.trim().split('\n').length === 1)).toBe(true);
    const [plain, withRequest] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(new Set(Object.keys(plain!))).toEqual(new Set(['ts', 'level', 'service', 'msg']));
    expect(plain).toMatchObject({ level: 'INFO', msg: 'hello', service: 'users' });
    expect(new Date(String(plain!['ts'])).toISOString()).toBe(plain!['ts']);
    expect(withRequest).toMatchObject({ level: 'WARNING', msg: 'again', service: 'users', requestId: 'r1', count: 3 });
  });

  it.each(logLevels.map((level, at) => [level, logLevels.slice(at)] as const))('from %s up: %j', (level, heard) => {
    const { log, lines } = journal(level);
    log.debug('a');
    log.info('b');
    log.warning('c');
    log.error('d');
    log.critical('e');
    expect(lines.map((line) => line.level)).toEqual(heard);
  });

  it('starts at INFO unless told otherwise', () => {
    const lines: string[] = [];
    const log = createLogger('users', undefined, { write: (line) => void lines.push(line) });
    log.debug('quiet');
    log.info('loud');
    expect(lines).toHaveLength(1);
  });

  it('stays one line whatever is said', () => {
    const { log, lines } = journal();
    log.info('a\nb\u2028"c"', { text: '\n{"level":"CRITICAL"}' });
    expect(lines).toMatchObject([{ msg: 'a\nb\u2028"c"', level: 'INFO' }]);
  });
});

describe('secrets', () => {
  it.each(['password', 'token', 'accessToken', 'refreshToken', 'authorization', 'cookie', 'secret', 'key'])(
    '%s is redacted up to three levels deep, also in what every line carries',
    (name) => {
      const { log, lines } = journal();
      log.info('x', { [name]: 'hunter2', a: { [name]: 'hunter2', b: { [name]: 'hunter2' } } });
      log.with({ [name]: 'hunter2' }).info('y');
      expect(JSON.stringify(lines)).not.toContain('hunter2');
      expect(lines[0]).toMatchObject({
        [name]: '[redacted]',
        a: { [name]: '[redacted]', b: { [name]: '[redacted]' } },
      });
    },
  );

  it('a Secret shows only that it is one', () => {
    const { log, lines } = journal();
    log.info('x', { url: new Secret('hunter2') });
    expect(lines[0]?.['url']).toBe('[secret]');
  });

  it.each([
    ['postgresql://me:hunter2@db:5432/x failed', 'postgresql://[redacted]@db:5432/x failed'],
    ['redis://:hunter2@r and mongodb://u:hunter2@m', 'redis://[redacted]@r and mongodb://[redacted]@m'],
    ['https://example.org/a@b', 'https://example.org/a@b'],
  ])('%s loses its credentials', (text, shown) => {
    expect(withoutCredentials(text)).toBe(shown);
  });

  it('errors are told with name, message and stack, without credentials', () => {
    const { log, lines } = journal();
    log.error('it broke', { error: new TypeError('cannot reach postgres://me:hunter2@db/x') });
    expect(lines[0]?.['error']).toMatchObject({
      name: 'TypeError',
      message: 'cannot reach postgres://[redacted]@db/x',
    });
    expect((lines[0]!['error'] as { stack: string }).stack).toContain('logger.test.ts');
    log.error('and again', { error: 'redis://:hunter2@r' });
    expect(JSON.stringify(lines)).not.toContain('hunter2');
  });
});
