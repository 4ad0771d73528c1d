// An event from the first draft to the last cent, between people at browsers of their own; nobody reloads a page.
import { eventFormWords } from '@/pages/events/event-form-words';
import { eventPageWords } from '@/pages/events/event-page-words';
import { guestsWords } from '@/pages/events/guests-words';
import { invitationWords } from '@/pages/events/invitation-page-words';
import { arrive, settle } from '../lab/arrive';
import { eventWith, LIVE } from '../lab/event-of';
import { expect, type Seat, test } from '../lab/test';

test('an event is made, published, and somebody invited comes to it', async ({ newcomer, guest, language }) => {
  // Three browsers take turns.
  test.slow();
  const [form, say, list] = [eventFormWords[language], eventPageWords[language], guestsWords[language]];
  const nora = await newcomer('Nora Lind');
  const ben = await newcomer('Ben Okoye');

  await arrive(nora.page, '/events/new');
  await nora.page.getByLabel(form.title).fill('Soup for everybody');
  await nora.page.getByLabel(form.place).fill('12 Harbour Street');
  await nora.page.getByLabel(form.capacity).fill('8');
  await nora.page.getByRole('button', { name: form.create }).click();
  await expect(nora.page.getByRole('heading', { level: 1, name: 'Soup for everybody' })).toBeVisible();
  await expect(nora.page.getByText(say.draft)).toBeVisible();
  await nora.page.getByRole('button', { name: say.publish }).click();
  await expect(nora.page.getByText(say.draft)).toHaveCount(0);

  await nora.page.getByRole('tab', { name: say.tabs.guests }).click();
  expect(new URL(nora.page.url()).searchParams.get('tab')).toBe('guests');
  await nora.page.getByLabel(list.email).fill('ben@friends.example');
  await nora.page.getByRole('button', { name: list.makeLink }).click();
  const link = await nora.page.getByLabel(list.link).inputValue();
  await expect(nora.page.getByRole('region', { name: list.invitations })).toContainText('ben@friends.example');

  await seesItBeforeSigningIn(await guest(), new URL(link).pathname, language);

  await arrive(ben.page, new URL(link).pathname);
  await expect(ben.page.getByText('12 Harbour Street')).toBeVisible();
  await ben.page.getByRole('button', { name: invitationWords[language].accept }).click();
  await expect(ben.page.getByRole('heading', { level: 1, name: 'Soup for everybody' })).toBeVisible();
  await settle(ben.page);

  await expect(nora.page.getByRole('region', { name: list.groups.UNANSWERED })).toContainText('Ben Okoye', LIVE);
  await ben.page.getByRole('button', { name: say.answers.GOING, exact: true }).click();
  await expect(ben.page.getByRole('button', { name: say.answers.GOING, exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(nora.page.getByRole('region', { name: list.groups.GOING })).toContainText('Ben Okoye', LIVE);
  await expect(nora.page.getByRole('region', { name: list.invitations })).toContainText(list.usedBy('Ben Okoye'), LIVE);
});

/** Whoever holds the link may know what it is for; joining leads by the sign-in page and back. */
async function seesItBeforeSigningIn({ page }: Seat, path: string, language: 'en' | 'fr'): Promise<void> {
  await arrive(page, path);
  await expect(page.getByRole('heading', { name: 'Soup for everybody' })).toBeVisible();
  await page.getByRole('link', { name: invitationWords[language].signIn }).click();
  await page.waitForURL('**/sign-in?**');
  expect(new URL(page.url()).searchParams.get('next')).toBe(path);
}

test('a seat that becomes free is kept for whoever waits, who takes it', async ({ newcomer, language }) => {
  const say = eventPageWords[language];
  const [nora, ben] = [await newcomer('Nora Lind'), await newcomer('Ben Okoye')];
  const id = await eventWith(nora, [ben], { title: 'Two boats', capacity: 1 });
  await nora.ask('mutation ($id: ID!) { rsvpEvent(input: { eventId: $id, answer: GOING }) { userErrors { code } } }', {
    id,
  });

  await arrive(ben.page, `/events/${id}`);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await ben.page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('rsvpEvent(')) await held;
    await route.continue();
  });
  await ben.page.getByRole('button', { name: say.answers.GOING, exact: true }).click();
  // On screen before the server has heard of it.
  await expect(ben.page.getByText(say.waiting)).toBeVisible();
  release();

  await arrive(nora.page, `/events/${id}`);
  await nora.page.getByRole('button', { name: say.answers.DECLINED, exact: true }).click();
  await expect(ben.page.getByText(say.offered)).toBeVisible(LIVE);
  await expect(ben.page.getByRole('timer')).toHaveText(/^\d+(:\d\d)+$/);
  await ben.page.getByRole('button', { name: say.takeSeat }).click();
  await expect(ben.page.getByText(say.seatTaken)).toBeVisible();
  await expect(ben.page.getByText(say.offered)).toHaveCount(0);
});

test('who changes or calls off an event is seen by whoever looks at it', async ({ newcomer, language }) => {
  const [form, say] = [eventFormWords[language], eventPageWords[language]];
  const [nora, ben] = [await newcomer('Nora Lind'), await newcomer('Ben Okoye')];
  const id = await eventWith(nora, [ben], { title: 'Kites', capacity: null });
  await arrive(ben.page, `/events/${id}`);

  await arrive(nora.page, `/events/${id}/edit`);
  await nora.page.getByLabel(form.title).fill('Kites and tea');
  await nora.page.getByRole('button', { name: form.save }).click();
  await expect(nora.page.getByRole('heading', { level: 1, name: 'Kites and tea' })).toBeVisible();
  await expect(ben.page.getByRole('heading', { level: 1, name: 'Kites and tea' })).toBeVisible(LIVE);

  // The dialog has a button of the same name while it closes.
  const callOff = nora.page.getByRole('main').getByRole('button', { name: say.cancel });
  await callOff.click();
  const dialog = nora.page.getByRole('dialog', { name: say.cancelTitle });
  await dialog.getByRole('button', { name: say.keep }).click();
  await expect(callOff).toBeFocused();
  await callOff.click();
  await dialog.getByRole('button', { name: say.cancelYes }).click();
  await expect(nora.page.getByText(say.cancelled)).toBeVisible();
  await expect(ben.page.getByText(say.cancelled)).toBeVisible(LIVE);
});
