// Fills a fresh Mosaic with the demo world, through the use cases, while the services run. Prints its progress, and
// writes the accounts to try to the file named by its first argument, or to demo.json.
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { appointCoaches } from './appoint-coaches.js';
import { bookFirstTalks } from './book-first-talks.js';
import { DEMO_PASSWORD, shownAccounts } from './cast.js';
import { fillAlbum } from './fill-album.js';
import { fillRooms } from './fill-rooms.js';
import { hangAvatars } from './hang-pictures.js';
import { holdEvents } from './hold-events.js';
import { openNotebook } from './notebook.js';
import { openPractices } from './open-practices.js';
import { openShop } from './open-shop.js';
import { openStage } from './open-stage.js';
import { placeOrders } from './place-orders.js';
import { settlePeople } from './settle-people.js';
import { named, type Stage } from './stage.js';
import { takeReadings } from './take-readings.js';
import { teachCourses } from './teach-courses.js';
import { tellPosts } from './tell-posts.js';

const began = Date.now();
const say = (line: string) => console.log(`  demo world, ${((Date.now() - began) / 1000).toFixed(1)} s: ${line}`);

await using scope = new Scope();
const [, , file = 'demo.json'] = process.argv;
const notes = `${file}.notes`;
const isFirstFilling = !existsSync(notes);
const once = openNotebook(notes);
const today = new Date(await once('today', async () => new Date().setUTCHours(0, 0, 0, 0)));
const opened = await openStage(scope, process.env['MOSAIC_SUBGRAPHS'], { isFirstFilling });
const stage: Stage = { ...opened, today, say, once };

const people = await settlePeople(stage);
await appointCoaches(stage, people);
const practices = openPractices(stage, people);
const market = Promise.all([openShop(stage, people), teachCourses(stage, people), practices]);
await Promise.all([
  practices.then((open) => bookFirstTalks(stage, people, open)),
  market.then(([shop, courses, open]) => placeOrders(stage, people, { shop, courses, practices: open })),
  holdEvents(stage, people).then((events) => fillAlbum(stage, people, events)),
  hangAvatars(stage, people).then(() => tellPosts(stage, people)),
]);
// The bulk comes when no picture is worked on any more: their threads would leave it too little time on a busy machine.
await Promise.all([fillRooms(stage, people), takeReadings(stage, people)]);

const accounts = shownAccounts.map(({ name, hint }) => {
  const { email, role } = named(people, name).character;
  return { email, password: DEMO_PASSWORD, role, hint };
});
await writeFile(file, `${JSON.stringify({ accounts }, null, 2)}\n`);
await rm(notes, { force: true });
