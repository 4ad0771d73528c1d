// Opening a page as a person does: it is there when its heading is, and nothing is loading any more.
import { expect, type Page } from '@playwright/test';

export async function arrive(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settle(page);
}

/** Resolves when the page shows its heading and no skeleton. */
export async function settle(page: Page): Promise<void> {
  await expect(page.locator('h1').first()).toBeVisible();
  await expect(page.locator('[data-loading]')).toHaveCount(0);
}

/** The label of a field that must be filled ends with a mark, and the button that shows a password speaks of it, too. */
export const beginning = (label: string): RegExp => new RegExp(`^${label}`);
