// People tell each other something: a post, a like, a comment and its answer, seen by a second person at another browser.
import { homeWords } from '@/pages/home/home-words';
import { peopleWords } from '@/pages/people/people-words';
import { postWords } from '@/parts/posts/post-words';
import { arrive } from '../lab/arrive';
import { idOf } from '../lab/chat';
import { speak } from '../lab/speak';
import { expect, test } from '../lab/test';

test.beforeEach(({ language }) => speak(language));

test('a post is liked and answered; its author sees it at once', async ({ newcomer, language }) => {
  const [home, people, post] = [homeWords[language], peopleWords[language], postWords[language]];
  const nora = await newcomer('Nora Lind');
  const liv = await newcomer('Liv Berg');
  const told = `Ten kilometres ${crypto.randomUUID()}`;

  // Liv follows Nora, from her profile.
  await arrive(liv.page, `/people/${await idOf(nora)}`);
  await liv.page.getByRole('button', { name: people.followLabel('Nora Lind') }).click();
  await expect(liv.page.getByText(people.followers(1))).toBeVisible();
  await expect(liv.page.getByText(people.noPosts)).toBeVisible();

  // Nora tells something; it stands on top of her news before the server has answered.
  await arrive(nora.page, '/');
  await nora.page.getByRole('textbox', { name: home.compose }).fill(told);
  await nora.page.getByRole('button', { name: home.publish }).click();
  const own = nora.page.getByRole('article').filter({ hasText: told });
  await expect(own).toBeVisible();
  await expect(own).not.toHaveAttribute('aria-busy', 'true');
  await expect(nora.page.getByRole('textbox', { name: home.compose })).toHaveValue('');

  // Liv finds it in her news, likes it and says something.
  await arrive(liv.page, '/');
  const seen = liv.page.getByRole('article').filter({ hasText: told });
  const like = seen.getByRole('button', { name: post.like(0) });
  await expect(like).toHaveAttribute('aria-pressed', 'false');
  await like.click();
  await expect(seen.getByRole('button', { name: post.like(1) })).toHaveAttribute('aria-pressed', 'true');
  await seen.getByRole('button', { name: post.comments(0) }).click();
  await seen.getByRole('textbox', { name: post.yourComment }).fill('Bravo!');
  await seen.getByRole('button', { name: post.send }).click();
  await expect(seen.getByRole('listitem').filter({ hasText: 'Bravo!' })).toBeVisible();
  await expect(seen.getByRole('button', { name: post.comments(1) })).toBeVisible();

  // Nora's open page hears of it, with the like, without a reload; she answers.
  await expect(own.getByRole('button', { name: post.comments(1) })).toBeVisible();
  await expect(own.getByRole('button', { name: post.like(1) })).toBeVisible();
  await own.getByRole('button', { name: post.comments(1) }).click();
  const comment = own.getByRole('listitem').filter({ hasText: 'Bravo!' });
  await comment.getByRole('button', { name: post.answer, exact: true }).click();
  await comment.getByRole('textbox', { name: post.yourAnswer('Liv Berg') }).fill('Thank you!');
  await comment.getByRole('button', { name: post.send }).click();
  await expect(comment.getByText('Thank you!')).toBeVisible();
  await expect(own.getByRole('button', { name: post.comments(2) })).toBeVisible();
});

test('an author changes a post, and takes it back', async ({ newcomer, language }) => {
  const post = postWords[language];
  const nora = await newcomer('Nora Lind');
  await nora.ask(
    'mutation ($key: UUID!) { createPost(input: { idempotencyKey: $key, body: "Frist" }) { userErrors { code } } }',
    { key: crypto.randomUUID() },
  );
  await arrive(nora.page, '/');
  const own = nora.page.getByRole('article').filter({ hasText: 'Nora Lind' });
  await own.getByRole('button', { name: post.options }).click();
  await own.getByRole('textbox', { name: post.yourText }).fill('First');
  await own.getByRole('button', { name: post.save }).click();
  await expect(own.getByText('First', { exact: true })).toBeVisible();
  await expect(own.getByText(post.edited)).toBeVisible();

  await own.getByRole('button', { name: post.options }).click();
  await own.getByRole('button', { name: post.remove }).click();
  const question = nora.page.getByRole('dialog', { name: post.removePost });
  await question.getByRole('button', { name: post.remove }).click();
  await expect(own).toHaveCount(0);
  await expect(nora.page.getByText(homeWords[language].quiet)).toBeVisible();
});
