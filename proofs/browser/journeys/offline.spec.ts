// Without a network: the app opens, a lesson that was viewed is there, and what is done then is sent once when the network
// is back. A sign-out leaves nothing of the person on the device.
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { lessonWords } from '@/pages/courses/lesson-words';
import { stateWords } from '@/ui/state-words';
import { arrive } from '../lab/arrive';
import { expect, type Seat, test } from '../lab/test';

interface Learnt {
  readonly myEnrollments: { readonly edges: readonly { readonly node: { readonly completedLessonIds: string[] } }[] };
}

const isControlled = (page: Page) => page.evaluate(() => navigator.serviceWorker.controller !== null);

/** The keys of everything that is kept on the device for a person. */
const keptKeys = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('mosaic-kept');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asking = opening.result.transaction('own').objectStore('own').getAllKeys();
          asking.onsuccess = () => {
            opening.result.close();
            resolve(asking.result as string[]);
          };
        };
      }),
  );

/** Enrolled in the demo world's free course: the id and the title of its first lesson. */
async function beginCourse({ ask }: Seat) {
  const { courses } = await ask<{
    courses: {
      edges: { node: { id: string; sections: { lessons: { id: string; title: string }[] }[] } }[];
    };
  }>('{ courses(first: 5, search: "Lift without fear") { edges { node { id sections { lessons { id title } } } } } }');
  const course = courses.edges[0]?.node;
  const lesson = course?.sections[0]?.lessons[0];
  if (!course || !lesson) throw new Error('the demo world has no such course');
  await ask('mutation ($input: EnrollInput!) { enroll(input: $input) { userErrors { code } } }', {
    input: { courseId: course.id, idempotencyKey: randomUUID() },
  });
  return lesson;
}

test('a lesson is read and completed without a network, and told once', async ({ newcomer, take, language }) => {
  const words = lessonWords[language];
  const nora = await newcomer('Nora Lind', { serviceWorkers: 'allow' });
  const { page, context } = nora;
  const { id, title } = await beginCourse(nora);
  await arrive(page, `/lessons/${id}`);
  await expect.poll(() => isControlled(page)).toBe(true);
  await expect.poll(async () => (await keptKeys(page)).some((key) => key.endsWith(`/lesson/${id}`))).toBe(true);

  await context.setOffline(true);
  await arrive(page, `/lessons/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByText(words.keptHere)).toBeVisible();
  await expect(page.getByText(stateWords[language].noNetwork)).toBeVisible();
  await page.getByRole('button', { name: words.complete }).click();
  await expect(page.getByText(words.waits)).toBeVisible();
  // It survives a reload, and a second tab does not tell it again.
  await page.reload();
  await expect(page.getByText(words.waits)).toBeVisible();
  const other = await context.newPage();
  await other.goto(`/lessons/${id}`);
  await expect(other.getByText(words.waits)).toBeVisible();

  const told: string[] = [];
  context.on('request', (request) => {
    const body = request.postData() ?? '';
    if (body.includes('mutation CompleteLesson(')) told.push(body);
  });
  await context.setOffline(false);
  await expect(page.getByText(words.completed, { exact: true })).toBeVisible();
  await expect(other.getByText(words.completed, { exact: true })).toBeVisible();
  expect(told).toHaveLength(1);
  const { myEnrollments } = await nora.ask<Learnt>(
    '{ myEnrollments(first: 5) { edges { node { completedLessonIds } } } }',
  );
  expect(myEnrollments.edges.map(({ node }) => node.completedLessonIds)).toEqual([[id]]);

  const { email, password } = nora;
  const elsewhere = await take({ serviceWorkers: 'allow' }, { verb: 'sign-in', body: { email, password } });
  await arrive(elsewhere.page, `/lessons/${id}`);
  await expect(elsewhere.page.getByText(words.completed, { exact: true })).toBeVisible();
});

test('what could not begin for lack of a network begins on its return', async ({ newcomer }) => {
  const { page, context } = await newcomer('Nora Lind', { serviceWorkers: 'allow' });
  const code = '**/assets/start-*.js';
  await page.route(code, (route) => route.abort('internetdisconnected'));
  const lost = page.waitForEvent('requestfailed', (request) => request.url().includes('/assets/start-'));
  await arrive(page, '/courses');
  await lost;
  await page.unroute(code);
  expect(await isControlled(page)).toBe(false);
  await context.setOffline(true);
  await context.setOffline(false);
  await expect.poll(() => isControlled(page)).toBe(true);
});

test('signing out in one tab deletes what was kept, in every tab', async ({ newcomer }) => {
  const nora = await newcomer('Nora Lind', { serviceWorkers: 'allow' });
  const { page, context } = nora;
  const { id } = await beginCourse(nora);
  await arrive(page, `/lessons/${id}`);
  await expect.poll(async () => (await keptKeys(page)).length).toBeGreaterThanOrEqual(2);
  const other = await context.newPage();
  await arrive(other, '/courses');
  await other.evaluate(async () => {
    await fetch('/session/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    new BroadcastChannel('mosaic-session').postMessage('left');
  });
  await expect(page).toHaveURL(/sign-in/);
  expect(await keptKeys(page)).toEqual([]);
  // What the worker keeps is the app, of nobody.
  const addresses = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(addresses.filter((path) => /^\/(graphql|session|media)/.test(path))).toEqual([]);
});
