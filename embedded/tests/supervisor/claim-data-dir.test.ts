// One supervisor per data directory, however the last one ended.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { claimDataDir, isClaimed } from '@mosaic/embedded/supervisor/claim-data-dir';
import { expect, it } from 'vitest';
import { ownFolder } from '../lab/own-folder.js';

it.each(['nothing', 'a dead claim'])('is held by one of five that find %s, until it is released', async (found) => {
  const folder = ownFolder('claim');
  if (found !== 'nothing') writeFileSync(join(folder, 'running.json'), '{"port":1,"nonce":"dead","ports":[]}');
  expect(await isClaimed(folder)).toBe(false);
  const tries = await Promise.allSettled(Array.from({ length: 5 }, () => claimDataDir(folder)));
  const held = tries.filter((each) => each.status === 'fulfilled');
  expect(held).toHaveLength(1);
  expect(await isClaimed(folder)).toBe(true);
  held[0]!.value.release();
  expect(await isClaimed(folder)).toBe(false);
});

it('takes over from one that died, with the ports it used', async () => {
  const folder = ownFolder('abandoned');
  const port = 1;
  writeFileSync(join(folder, 'running.json'), JSON.stringify({ port, nonce: 'dead', ports: [4_000, 4_001] }));
  const claim = await claimDataDir(folder);
  expect(claim.abandonedPorts).toEqual([4_000, 4_001]);
  claim.release();
});

it('takes over from one whose note was cut short', async () => {
  const folder = ownFolder('cut');
  writeFileSync(join(folder, 'running.json'), '{"port":1');
  const claim = await claimDataDir(folder);
  expect(claim.abandonedPorts).toEqual([]);
  claim.release();
});
