// A purchase: a guest finds something with a slip of the keys, fills a cart that survives a reload and signing in, and
// pays at the second try. Whatever gets lost on the way, there is one order, and the stock went down once.
import { cartWords } from '@/pages/shop/cart-words';
import { orderWords } from '@/pages/shop/order-words';
import { payWords } from '@/pages/shop/pay-words';
import { productWords } from '@/pages/shop/product-words';
import { shopWords } from '@/pages/shop/shop-words';
import { welcomeWords } from '@/pages/welcome/welcome-words';
import { formatsFor } from '@/words/formats';
import { arrive, settle } from '../lab/arrive';
import { sell } from '../lab/sell';
import { expect, type Seat, test } from '../lab/test';

interface Bought {
  readonly me: {
    readonly orders: { readonly edges: readonly { readonly node: { number: string; status: string } }[] };
  };
}

const ordersOf = async ({ ask }: Seat) => {
  const { me } = await ask<Bought>('{ me { orders(first: 10) { edges { node { number status } } } } }');
  return me.orders.edges.map(({ node }) => node);
};

/** What the page says an amount is, with any space for its spaces. */
const priced = (language: 'en' | 'fr', amountMinor: number) =>
  new RegExp(formatsFor(language).money({ amountMinor, currency: 'EUR' }).replace(/\s/g, '\\s').replace('.', '\\.'));

test('a guest finds, fills, signs in and pays at the second try', async ({
  guest,
  newcomer,
  someone,
  language,
  isPhone,
}) => {
  const [shop, product, cart] = [shopWords[language], productWords[language], cartWords[language]];
  const [pay, order, welcome] = [payWords[language], orderWords[language], welcomeWords[language]];
  const kite = await sell(await someone('alex'), 'Stratosphere kite', {
    Small: { cents: 2_500, stock: 4 },
    Large: { cents: 4_000, stock: 5 },
  });
  const buyer = await newcomer('Nora Lind');
  const { page } = await guest();

  await arrive(page, '/shop');
  await page.getByRole('textbox', { name: shop.search }).fill(kite.name.replace('Stratosphere', 'Stratsophere'));
  if (isPhone) await page.getByRole('button', { name: shop.filters }).click();
  await page.getByLabel(shop.least, { exact: true }).fill('20');
  await page.getByLabel(shop.most, { exact: true }).fill('50');
  await page.getByLabel(shop.inStockOnly).check();
  await page.getByLabel('Large').check();
  if (isPhone) await page.getByRole('button', { name: shop.showResults }).click();
  await expect(page).toHaveURL(/with=taille%3DLarge/);
  await page.reload();
  await expect(page.getByRole('button', { name: shop.remove('Large') })).toBeVisible();
  await page.getByRole('link', { name: kite.name }).click();

  await page.getByRole('radio', { name: 'Large' }).click();
  await page.getByRole('button', { name: product.more }).click();
  await page.getByRole('button', { name: product.add }).click();
  await page.getByRole('link', { name: product.toCart }).click();
  const quantity = page.getByRole('textbox', { name: cart.quantityOf(`${kite.name}, Large`) });
  await expect(quantity).toHaveValue('2');
  await page.getByRole('button', { name: product.more }).click();
  await expect(page.getByText(priced(language, 12_000)).last()).toBeVisible();
  await page.reload();
  await expect(quantity).toHaveValue('3');

  await page.getByRole('link', { name: cart.signInFirst }).click();
  await page.getByLabel(welcome.email).fill(buyer.email);
  await page.getByRole('textbox', { name: welcome.password }).fill(buyer.password);
  await page.getByRole('main').getByRole('button', { name: welcome.signIn }).click();
  await expect(page.getByText(`${kite.name}, Large`)).toBeVisible();

  await page.getByRole('radio', { name: pay.cards.pm_card_visa_chargeDeclined }).click();
  await page.getByRole('button', { name: priced(language, 12_000) }).click();
  await expect(page.getByRole('alert')).toContainText(order.declined);
  expect(await kite.left('Large')).toBe(5);

  await page.getByRole('radio', { name: pay.cards.pm_card_visa, exact: true }).click();
  await page.getByRole('button', { name: priced(language, 12_000) }).click();
  await expect(page.getByText(order.thanks)).toBeVisible();
  expect(await kite.left('Large')).toBe(2);
  expect(await ordersOf(buyer)).toEqual([{ number: expect.stringMatching(/^M-\d{6}$/), status: 'CONFIRMED' }]);

  await arrive(page, '/cart');
  await expect(page.getByText(cart.empty)).toBeVisible();
  await kite.takeOut();
});

test('answers get lost, and still there is one order that is paid once', async ({ newcomer, someone, language }) => {
  const [product, pay, order] = [productWords[language], payWords[language], orderWords[language]];
  const lamp = await sell(await someone('alex'), 'Lamp', { One: { cents: 1_000, stock: 3 } });
  const { page, ...buyer } = await newcomer();
  await arrive(page, `/shop/${lamp.slug}`);
  await page.getByRole('button', { name: product.add }).click();
  await expect(page.getByRole('link', { name: product.toCart })).toBeVisible();
  await arrive(page, '/checkout');

  // Both mutations take effect, but their first answers never arrive.
  const lost = new Set(['Checkout', 'PayOrder']);
  await page.route('**/graphql', async (route) => {
    const { operationName } = route.request().postDataJSON() as { operationName?: string };
    if (!operationName || !lost.delete(operationName)) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await page.getByRole('button', { name: pay.pay('').trim() }).click();
  await expect(page.getByText(order.thanks)).toBeVisible();
  expect([...lost]).toEqual([]);
  expect(await lamp.left('One')).toBe(2);
  expect(await ordersOf({ page, ...buyer })).toEqual([{ number: expect.any(String), status: 'CONFIRMED' }]);
  await lamp.takeOut();
});

test('a price that moved is said before anything is ordered', async ({ newcomer, someone, language }) => {
  const [product, pay, order] = [productWords[language], payWords[language], orderWords[language]];
  const mat = await sell(await someone('alex'), 'Mat', { One: { cents: 1_000, stock: 3 } });
  const buyer = await newcomer();
  const { page } = buyer;
  await arrive(page, `/shop/${mat.slug}`);
  await page.getByRole('button', { name: product.add }).click();
  await expect(page.getByRole('link', { name: product.toCart })).toBeVisible();
  await arrive(page, '/checkout');
  await mat.reprice('One', 1_250);
  await page.getByRole('button', { name: priced(language, 1_000) }).click();
  await expect(page.getByRole('alert').first()).toContainText(pay.moved);
  expect(await ordersOf(buyer)).toEqual([]);
  await page.getByRole('button', { name: priced(language, 1_250) }).click();
  await expect(page.getByText(order.thanks)).toBeVisible();
  await mat.takeOut();
});

test('an admin gives money back, and the buyer sees it', async ({ newcomer, someone, language }) => {
  const [product, pay, order] = [productWords[language], payWords[language], orderWords[language]];
  const { adminShopWords } = await import('@/pages/shop/admin/admin-shop-words');
  const admin = adminShopWords[language];
  const alex = await someone('alex');
  const mug = await sell(alex, 'Mug', { One: { cents: 1_500, stock: 1 } });
  const buyer = await newcomer();
  const { page } = buyer;
  await arrive(page, `/shop/${mug.slug}`);
  await page.getByRole('button', { name: product.add }).click();
  await expect(page.getByRole('link', { name: product.toCart })).toBeVisible();
  await arrive(page, '/checkout');
  await page.getByRole('button', { name: pay.pay('').trim() }).click();
  await expect(page.getByText(order.thanks)).toBeVisible();

  const [bought] = await ordersOf(buyer);
  await arrive(alex.page, '/admin/orders');
  const row = alex.page.getByRole('listitem').filter({ hasText: bought?.number ?? '' });
  await row.getByRole('button', { name: admin.refund }).click();
  await alex.page.getByRole('button', { name: priced(language, 1_500) }).click();
  // The money leaves by itself, within seconds; the page asks again until it has.
  await expect(row.getByText(order.statuses.REFUNDED, { exact: true })).toBeVisible({ timeout: 45_000 });
  await page.reload();
  await settle(page);
  await expect(page.getByText(order.statuses.REFUNDED).first()).toBeVisible();
  await mug.takeOut();
});
