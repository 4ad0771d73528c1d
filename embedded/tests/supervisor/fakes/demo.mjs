// Stands for the program that fills the demo world: fails when told to, else leaves its account.
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const { ROUTER_URL, REDIS_URL, MOSAIC_SUBGRAPHS, MOSAIC_DATA, FAKE_LEDGER } = process.env;
const { users, content, commerce } = JSON.parse(MOSAIC_SUBGRAPHS);
const given = [ROUTER_URL, REDIS_URL, users.DATABASE_URL, users.MOSAIC_SIGNING_KEY, content.MONGODB_URL];
const isApart = users.DATABASE_URL !== commerce.DATABASE_URL && !content.MOSAIC_SIGNING_KEY;
appendFileSync(FAKE_LEDGER, `demo with ${given.filter(Boolean).length} of 5, ${isApart ? 'apart' : 'mixed'}\n`);
if (process.env.FAKE_DEMO_FAILS) process.exit(4);
const accounts = [{ email: 'ada@mosaic.example', password: 'a demo phrase', role: 'COACH' }];
writeFileSync(join(MOSAIC_DATA, 'demo.json'), JSON.stringify({ accounts }));
