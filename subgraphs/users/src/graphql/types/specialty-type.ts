// Specialty as the graph shows it.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';
import { Node } from '@mosaic/kernel/subgraph/node';
import { entities } from '@mosaic/schema/entities';
import { ID } from 'type-graphql';
import { Specialty } from '../../domain/specialty.js';

describeType(Specialty, 'Specialty', {
  description: entities.Specialty.description,
  implements: [Node],
  directives: ['@key(fields: "id")'],
  fields: {
    id: [() => ID, 'Opaque global id.'],
    nameEn: [() => String, 'Its English name.'],
    nameFr: [() => String, 'Its French name.'],
    createdAt: [() => DateTime, 'When it was added.'],
  },
});
