import { homeWords } from '@/pages/home/home-words';
import { stateWords } from '@/ui/state-words';
import { arrive } from './lab/arrive';
import { type OwnWorld, openOwnWorld } from './lab/own-world';
import { expect, test } from './lab/test';

let world: OwnWorld;
test.beforeAll(async () => {
  // The router serves the whole graph; four of its six subgraphs are down.
  world = await openOwnWorld({ subgraphs: ['users', 'content'] });
});
test.afterAll(() => world.stop());

test('what is down costs its own part of a page, which says so; the rest works', async ({ newcomer, language }) => {
  const say = stateWords[language];
  const { page } = await newcomer('Nora Lind', { baseURL: world.origin });
  await arrive(page, '/');
  // The calendar of the day is of booking, which is down.
  await expect(page.getByRole('status').filter({ hasText: say.broken }).first()).toContainText(say.requestId);
  // The news are of content, which answers: what one writes is published.
  await page.getByRole('textbox').fill('Hello from half a world');
  await page.getByRole('button', { name: homeWords[language].publish }).click();
  await expect(page.getByRole('article').filter({ hasText: 'Hello from half a world' })).toBeVisible();
});

test('a page of which a part is missing shows the rest, and says so', async ({ newcomer, language }) => {
  const { page, ask } = await newcomer('Nora Lind', { baseURL: world.origin });
  const { me } = await ask<{ me: { id: string } }>('{ me { id } }');
  await arrive(page, `/people/${me.id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Nora Lind' })).toBeVisible();
  // The picture is of media, which is down.
  await expect(page.getByText(stateWords[language].partial).first()).toBeVisible();
});

test('a page whose subgraph is down says whose fault it is, with the request id, and tries again', async ({
  newcomer,
  language,
}) => {
  const say = stateWords[language];
  const { page } = await newcomer('Nora Lind', { baseURL: world.origin });
  await page.goto('/courses');
  const alert = page.getByRole('alert').filter({ hasText: say.broken });
  await expect(alert).toContainText(say.requestId);
  const id = await alert.locator('code').textContent();
  expect(id).toMatch(/^[\w-]{8,}$/);

  const asked = page.waitForRequest('**/graphql');
  await page.getByRole('button', { name: say.retry }).click();
  await asked;
  await expect(alert).toBeVisible();
});

test('without a network the page stays and says so; with it, it goes on', async ({ newcomer, language }) => {
  const say = stateWords[language];
  const { page, context } = await newcomer('Nora Lind', { baseURL: world.origin });
  await arrive(page, '/chat');
  await context.setOffline(true);
  await expect(page.getByText(say.noNetwork)).toBeVisible();
  await expect(page.locator('h1').first()).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(say.noNetwork)).toHaveCount(0);
});

test('an address without a page says so, and leads home', async ({ guest, language }) => {
  const { page } = await guest({ baseURL: world.origin });
  await arrive(page, '/no/such/page');
  await expect(page.getByText(stateWords[language].notFound)).toBeVisible();
  await page.getByRole('link', { name: stateWords[language].goHome }).click();
  await expect(page).toHaveURL(`${world.origin}/`);
});

test('a page for signed-in people asks to sign in, and goes on where one wanted to', async ({ guest, newcomer }) => {
  const known = await newcomer('Nora Lind', { baseURL: world.origin });
  const { page } = await guest({ baseURL: world.origin });
  await page.goto('/monitors');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fmonitors$/);
  await page.locator('input[name=email]').fill(known.email);
  await page.locator('input[name=password]').fill(known.password);
  await page.locator('form button[type=submit]').click();
  await expect(page).toHaveURL(`${world.origin}/monitors`);
});
