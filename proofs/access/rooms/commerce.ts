// The shop, and what people buy in it.
import { randomUUID } from 'node:crypto';
import { act } from '../../lab/act.js';
import type { Person } from '../../lab/person.js';
import { openShop, type Price } from '../../lab/shop.js';
import { personAs } from '../person-as.js';
import type { AccessRoom } from '../room.js';
import type { Stage } from '../stage.js';

interface Cart {
  id: string;
  total: Price;
  lines: { id: string }[];
}

async function fill(buyer: Person, { ids }: Stage): Promise<Cart> {
  const wish = { variantId: ids['ProductVariant'], quantity: 1 };
  const selection = 'cart { id total { amountMinor currency } lines { id } }';
  return (await act<{ cart: Cart }>(buyer, 'addToCart', wish, selection)).cart;
}

const purchase = async (buyer: Person, stage: Stage) => ({
  expectedTotal: (await fill(buyer, stage)).total,
  idempotencyKey: randomUUID(),
});

async function order(stage: Stage): Promise<string> {
  const wish = await purchase(stage.owner, stage);
  return (await act<{ order: { id: string } }>(stage.owner, 'checkout', wish, 'order { id }')).order.id;
}

interface Paid {
  order: { id: string; payment: { id: string } };
}

const payment = (orderId: string | undefined) => ({
  orderId,
  paymentMethod: 'pm_card_visa',
  idempotencyKey: randomUUID(),
});

async function pay(stage: Stage): Promise<Paid['order']> {
  const wish = payment(await order(stage));
  return (await act<Paid>(stage.owner, 'payOrder', wish, 'order { id payment { id } }')).order;
}

const newProduct = () => ({ slug: `mat-${randomUUID()}`, name: 'A mat' });

const newVariant = ({ ids }: Stage) => ({
  productId: ids['Product'],
  sku: randomUUID().toUpperCase(),
  name: 'Green',
  price: { amountMinor: 900, currency: 'EUR' },
});

async function versionOf({ owner, ids }: Stage, type: 'Product' | 'ProductVariant'): Promise<number> {
  const document = `query ($id: ID!) { node(id: $id) { ... on ${type} { version } } }`;
  return (await owner.ask<{ node: { version: number } }>(document, { id: ids[type] })).node.version;
}

const bought = (variant: string) =>
  `orders(first: 10) { edges { node { lines { item { ... on ProductVariant { ${variant} } } } } } }`;

export const commerce: AccessRoom = {
  async records(stage) {
    const admin = personAs(stage, 'admin');
    const [shop, gone] = [await openShop(admin, { stock: 100 }), await openShop(admin)];
    const ids = { Product: shop.productId, ProductVariant: shop.variantId };
    const within = { ...stage, ids };
    const paid = await pay(within);
    const archived = { ArchivedProduct: gone.productId, ArchivedVariant: gone.variantId };
    const OrderToPay = await order({ ...stage, ids: { ProductVariant: gone.variantId } });
    await act(admin, 'archiveProduct', { productId: gone.productId }, 'product { id }');
    const orders = { Order: paid.id, Payment: paid.payment.id, OrderToPay, OrderToCancel: await order(within) };
    const cart = await fill(stage.owner, within);
    return { ...ids, ...archived, ...orders, Cart: cart.id, CartLine: cart.lines[0]?.id ?? '' };
  },
  nested: {
    Product: 'products(first: 100) { edges { node { @ } } }',
    ProductVariant: 'product(id: $Product) { variants { @ } }',
    ArchivedProduct: `$P { ${bought('product { @ }')} }`,
    ArchivedVariant: `$P { ${bought('@')} }`,
    Cart: 'cart { @ }',
    Order: '$P { orders(first: 100) { edges { node { @ } } } }',
    Payment: '$P { payments(first: 100) { edges { node { @ } } } }',
  },
  byId: { Product: 'product', Order: 'order', Payment: 'payment' },
  queries: {
    product: 'product(id: $Product) { id }',
    products: 'products(first: 1) { pageInfo { hasNextPage } }',
    popularProducts: 'popularProducts { id }',
    cart: 'cart { id }',
    order: 'order(id: $Order) { id }',
    payment: 'payment(id: $Payment) { id }',
    adminOrders: 'adminOrders(first: 1) { pageInfo { hasNextPage } }',
    ledgerBalance: 'ledgerBalance { isBalanced }',
  },
  inputs: {
    addToCart: ({ ids }) => ({ variantId: ids['ProductVariant'], quantity: 1 }),
    setCartLineQuantity: ({ ids }) => ({ lineId: ids['CartLine'], quantity: 1 }),
    removeCartLine: ({ ids }) => ({ lineId: ids['CartLine'] }),
    checkout: (stage, person) => purchase(person ?? stage.owner, stage),
    payOrder: ({ ids }) => payment(ids['OrderToPay']),
    cancelOrder: ({ ids }) => ({ orderId: ids['OrderToCancel'] }),
    refundOrder: ({ ids }) => ({ orderId: ids['Order'], idempotencyKey: randomUUID() }),
    createProduct: newProduct,
    updateProduct: async (stage) => ({
      productId: stage.ids['Product'],
      expectedVersion: await versionOf(stage, 'Product'),
      description: 'Soft.',
    }),
    archiveProduct: ({ ids }) => ({ productId: ids['Product'] }),
    addProductVariant: newVariant,
    updateProductVariant: async (stage) => ({
      variantId: stage.ids['ProductVariant'],
      expectedVersion: await versionOf(stage, 'ProductVariant'),
      name: 'Deep blue',
    }),
    adjustStock: ({ ids }) => ({
      variantId: ids['ProductVariant'],
      delta: 1,
      reason: 'found',
      idempotencyKey: randomUUID(),
    }),
  },
  streams: {},
  endings: ['archiveProduct'],
};
