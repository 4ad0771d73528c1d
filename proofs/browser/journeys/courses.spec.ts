// A course from its search to its certificate: a film that seeks and goes on where it was stopped, a quiz that is failed
// and passed, and a certificate that anybody can check.
import type { Locator } from '@playwright/test';
import { certificateWords } from '@/pages/courses/certificate-words';
import { courseWords } from '@/pages/courses/course-words';
import { lessonWords } from '@/pages/courses/lesson-words';
import { quizWords } from '@/pages/courses/quiz-words';
import { arrive, settle } from '../lab/arrive';
import { expect, test } from '../lab/test';
import { FILM_SECONDS, QUESTION, RIGHT, TEXT, WHY, WRONG, writeCourse } from '../lab/write-course';

const secondsOf = (film: Locator) => film.evaluate((video: HTMLVideoElement) => video.currentTime);

test('a course, from its search to its certificate', async ({ someone, newcomer, guest, language }) => {
  // A film is made, and much is clicked.
  test.slow();
  const [course, lesson, quiz] = [courseWords[language], lessonWords[language], quizWords[language]];
  const claire = await someone('claire');
  const written = await writeCourse(claire);
  const nora = await newcomer('Nora Lind');
  const { page } = nora;

  await arrive(page, '/courses');
  await page.getByRole('searchbox', { name: course.search }).fill(written.title);
  await page.getByRole('link', { name: written.title }).click();
  await expect(page.getByRole('heading', { level: 1, name: written.title })).toBeVisible();
  // What is inside is not for those who are not.
  await expect(page.getByRole('link', { name: 'The first minute' })).toHaveCount(0);
  await page.getByRole('button', { name: course.enroll }).click();
  await page.getByRole('link', { name: course.begin, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Look how it is done' })).toBeVisible();

  const film = page.getByLabel(lesson.video('Look how it is done'));
  await expect.poll(() => film.evaluate((video: HTMLVideoElement) => video.duration)).toBe(FILM_SECONDS);
  const saved = page.waitForResponse(
    (response) => (response.request().postData() ?? '').includes('SaveLessonPosition') && response.ok(),
  );
  await film.evaluate((video: HTMLVideoElement) => {
    video.currentTime = 21;
  });
  await expect.poll(() => secondsOf(film)).toBeGreaterThanOrEqual(21);
  await saved;
  // A film this short may be there before anybody seeks; that a place can be asked for is seen by asking.
  const [status, length] = await film.evaluate(async ({ currentSrc }: HTMLVideoElement) => {
    const answer = await fetch(currentSrc, { headers: { range: 'bytes=1000-1999' } });
    return [answer.status, (await answer.arrayBuffer()).byteLength];
  });
  expect([status, length]).toEqual([206, 1000]);
  await page.reload();
  await expect.poll(() => secondsOf(film)).toBeGreaterThanOrEqual(21);
  await expect(page.getByText(lesson.resumed('0:21'))).toBeVisible();
  await page.getByRole('button', { name: lesson.complete }).click();
  await expect(page.getByText(lesson.completed)).toBeVisible();

  await page.getByRole('link', { name: lesson.next }).click();
  await expect(page.getByText(TEXT)).toBeVisible();
  await page.getByRole('button', { name: lesson.complete }).click();
  await expect(page.getByText(lesson.completed)).toBeVisible();
  await page.getByRole('link', { name: lesson.next }).click();

  await expect(page.getByRole('button', { name: lesson.complete })).toBeDisabled();
  await page.getByRole('button', { name: quiz.begin }).click();
  await expect(page.getByText(QUESTION)).toBeVisible();
  await expect(page.getByRole('timer', { name: quiz.timeLeft })).toBeVisible();
  // A reload does not lose the try, nor begin another.
  await page.reload();
  await page.getByRole('radio', { name: WRONG }).check();
  await page.getByRole('button', { name: quiz.handIn }).click();
  await expect(page.getByText(quiz.notPassed)).toBeVisible();
  await expect(page.getByText(WHY)).toBeVisible();
  await page.getByRole('button', { name: quiz.again }).click();
  await page.getByRole('radio', { name: RIGHT }).check();
  await page.getByRole('button', { name: quiz.handIn }).click();
  await expect(page.getByText(quiz.passed)).toBeVisible();
  await page.getByRole('button', { name: lesson.complete }).click();
  await page.getByRole('link', { name: lesson.certificate }).click();
  await settle(page);
  await expect(page.getByText('Nora Lind')).toBeVisible();
  await expect(page.getByText(written.title, { exact: true })).toBeVisible();

  const anybody = await guest();
  await arrive(anybody.page, new URL(page.url()).pathname);
  await expect(anybody.page.getByText('Nora Lind')).toBeVisible();
  await arrive(anybody.page, '/certificates/never-was');
  await expect(anybody.page.getByText(certificateWords[language].unknown)).toBeVisible();
});
