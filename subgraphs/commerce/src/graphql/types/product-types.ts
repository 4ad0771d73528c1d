// Products and variants, as the graph shows them.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';
import { Node } from '@mosaic/kernel/subgraph/node';
import { entities } from '@mosaic/schema/entities';
import { ID, Int } from 'type-graphql';
import { Product } from '../../domain/product.js';

const keyed = { implements: [Node], directives: ['@key(fields: "id")'] };
const id = [() => ID, 'Opaque global id.'] as const;

describeType(Product, 'Product', {
  ...keyed,
  description: entities.Product.description,
  fields: {
    id,
    slug: [() => String, 'Its name in addresses: lower case letters, digits and hyphens; unique.'],
    name: [() => String, 'Its name: 1 to 120 characters on one line.'],
    description: [() => String, 'What it is, at most 4000 characters; empty when nothing is said.'],
    isArchived: [() => Boolean, 'Whether it is out of the shop for good; orders keep it.'],
    version: [() => Int, 'Grows with every change; name it in `expectedVersion` when changing the product.'],
    createdAt: [() => DateTime, 'When it came into the shop.'],
  },
});
