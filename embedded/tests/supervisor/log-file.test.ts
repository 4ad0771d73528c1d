// A log never holds more than its limit and two older parts.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LogFile } from '@mosaic/embedded/supervisor/log-file';
import { expect, it } from 'vitest';
import { ownFolder } from '../lab/own-folder.js';

it('turns over at its limit and keeps two parts', () => {
  const path = join(ownFolder('log'), 'x.log');
  let log = new LogFile(path, 10);
  for (const line of ['one......', 'two......', 'three....']) log.write(line);
  log.close();
  // What is there counts when it is opened again.
  log = new LogFile(path, 10);
  log.write('four.....');
  log.close();
  const parts = [path, `${path}.1`, `${path}.2`].map((part) => readFileSync(part, 'utf8').trim());
  expect(parts).toEqual(['four.....', 'three....', 'two......']);
  expect(existsSync(`${path}.3`)).toBe(false);
});
