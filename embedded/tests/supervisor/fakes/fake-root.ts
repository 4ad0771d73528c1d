// A project root whose stores are the real ones and whose services are fakes.
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { subgraphNames } from '@mosaic/embedded/supervisor/subgraphs';
import { root } from '../../lab/build.js';
import { ownFolder } from '../../lab/own-folder.js';

const fake = fileURLToPath(new URL('service.mjs', import.meta.url));

export interface FakeRoot {
  root: string;
  dataDir: string;
  /** Settings that the fakes need. */
  env: Record<string, string>;
  /** `start users`, `stop users`... in the order they happened. */
  ledger(): string[];
}

export function fakeRoot(): FakeRoot {
  const folder = ownFolder('world');
  const ledger = join(folder, 'ledger');
  writeFileSync(ledger, '');
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  symlinkSync(join(root, 'embedded'), join(folder, 'embedded'));
  for (const name of [...subgraphNames.map((each) => `subgraphs/${each}`), 'router']) {
    mkdirSync(join(folder, name, 'dist'), { recursive: true });
    copyFileSync(fake, join(folder, name, 'dist/main.js'));
  }
  return {
    root: folder,
    dataDir: join(folder, 'data'),
    env: { FAKE_LEDGER: ledger },
    ledger: () => readFileSync(ledger, 'utf8').trim().split('\n'),
  };
}
