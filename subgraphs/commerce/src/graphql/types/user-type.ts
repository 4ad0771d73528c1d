// User, as this subgraph extends it.
import { describeType } from '@mosaic/kernel/subgraph/describe-type';
import { entities } from '@mosaic/schema/entities';
import { ID } from 'type-graphql';
import { User } from '../../domain/user.js';

describeType(User, 'User', {
  description: entities.User.description,
  directives: ['@key(fields: "id")'],
  fields: { id: [() => ID, 'Opaque global id.'] },
});
