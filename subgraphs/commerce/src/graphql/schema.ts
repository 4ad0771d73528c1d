// The parts of this subgraph's schema, one per line.
import './types/user-type.js';
import './types/product-types.js';
import './types/cart-types.js';
import type { SchemaParts } from '@mosaic/kernel/subgraph/build-schema';
import { ProductVariant } from '../domain/product-variant.js';
import { User } from '../domain/user.js';
import { CartFields, CartLineFields } from './cart-fields.js';
import type { CommerceContext } from './context.js';
import { mutations } from './mutations.js';
import { ProductConnectionFields, ProductFields, ProductVariantFields } from './product-fields.js';
import { queries } from './queries.js';
import { references } from './references.js';
import { foreignItems } from './types/cart-types.js';

export const schemaParts: SchemaParts<CommerceContext> = {
  resolvers: [
    ...queries,
    ...mutations,
    ProductFields,
    ProductVariantFields,
    ProductConnectionFields,
    CartFields,
    CartLineFields,
    // orders and payments:
  ],
  references,
  orphanedTypes: [User, ProductVariant, foreignItems.Appointment, foreignItems.Course],
};
