// Who may see or do what. Pure; asked by readers and use cases, so the answer is the same by every path.
import type { Viewer } from '@mosaic/kernel/identity/viewer';

type Someone = Viewer | null;

const isAdmin = (viewer: Someone): viewer is Viewer => viewer?.role === 'ADMIN';

export const may = {
  /** Products, variants and stock. */
  keepShop: isAdmin,
  /** The shop is open to everybody; what was taken out of it is for those who run it, and for who bought it or is about to. */
  seeProduct: (viewer: Someone, product: { isArchived: boolean }, isHeld: boolean): boolean =>
    !product.isArchived || isHeld || isAdmin(viewer),
  /** Orders and payments are their buyer's, and the shop's. */
  seeOrdersOf: (viewer: Someone, buyerId: string): viewer is Viewer => viewer?.id === buyerId || isAdmin(viewer),
  /** What confirms a payment in a browser is for the one who pays. */
  pay: (viewer: Someone, buyerId: string): boolean => viewer?.id === buyerId,
  refundOrders: isAdmin,
  seeAllOrders: isAdmin,
  seeLedger: isAdmin,
  seeDashboard: isAdmin,
  /** A cart is its buyer's alone: not even an admin reads what somebody means to buy. */
  seeCart: (buyerId: string | null, cart: { buyerId: string }): boolean => buyerId === cart.buyerId,
} as const;
