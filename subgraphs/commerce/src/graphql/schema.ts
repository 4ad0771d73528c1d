// The parts of this subgraph's schema, one per line.
import './types/user-type.js';
import './types/product-types.js';
import './types/cart-types.js';
import './types/order-types.js';
import './types/payment-types.js';
import type { SchemaParts } from '@mosaic/kernel/subgraph/build-schema';
import { ProductVariant } from '../domain/product-variant.js';
import { User } from '../domain/user.js';
import { CartFields, CartLineFields } from './cart-fields.js';
import type { CommerceContext } from './context.js';
import { DashboardFields, DashboardType } from './dashboard-fields.js';
import { mutations } from './mutations.js';
import { OrderFields, OrderLineFields } from './order-fields.js';
import { LedgerAccountFields, LedgerBalanceFields, PaymentFields } from './payment-fields.js';
import { ProductConnectionFields, ProductFields, ProductVariantFields } from './product-fields.js';
import { queries } from './queries.js';
import { references } from './references.js';
import { foreignItems } from './types/cart-types.js';
import { UserOrderFields } from './user-order-fields.js';

export const schemaParts: SchemaParts<CommerceContext> = {
  resolvers: [
    ...queries,
    ...mutations,
    ProductFields,
    ProductVariantFields,
    ProductConnectionFields,
    CartFields,
    CartLineFields,
    OrderFields,
    OrderLineFields,
    PaymentFields,
    LedgerBalanceFields,
    LedgerAccountFields,
    UserOrderFields,
    DashboardFields,
  ],
  references,
  orphanedTypes: [User, ProductVariant, foreignItems.Appointment, foreignItems.Course, DashboardType],
};
