// Stands for the program that fills the demo world: fails when told to, else leaves its account.
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const { ROUTER_URL, DATABASE_URL, MONGODB_URL, REDIS_URL, MOSAIC_SIGNING_KEY, MOSAIC_DATA, FAKE_LEDGER } = process.env;
const given = [ROUTER_URL, DATABASE_URL, MONGODB_URL, REDIS_URL, MOSAIC_SIGNING_KEY].filter(Boolean).length;
appendFileSync(FAKE_LEDGER, `demo with ${given} of 5\n`);
if (process.env.FAKE_DEMO_FAILS) process.exit(4);
const accounts = [{ email: 'ada@mosaic.example', password: 'a demo phrase', role: 'COACH' }];
writeFileSync(join(MOSAIC_DATA, 'demo.json'), JSON.stringify({ accounts }));
