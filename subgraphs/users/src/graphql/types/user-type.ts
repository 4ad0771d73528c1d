// User as the graph shows it. What is not for everybody is answered in user-fields.ts.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';
import { connectionType, enumOf } from '@mosaic/kernel/subgraph/graphql-types';
import { Node } from '@mosaic/kernel/subgraph/node';
import { entities } from '@mosaic/schema/entities';
import { ID, Int } from 'type-graphql';
import { accountStatuses, roles, User } from '../../domain/user.js';

export const RoleEnum = enumOf('Role', 'What an account may act as.', roles);

export const AccountStatusEnum = enumOf('AccountStatus', 'Whether an account may be used.', accountStatuses);

describeType(User, 'User', {
  description: entities.User.description,
  implements: [Node],
  directives: ['@key(fields: "id")'],
  fields: {
    id: [() => ID, 'Opaque global id.'],
    displayName: [() => String, 'The name shown to others: 1 to 60 characters on one line.'],
    bio: [() => String, 'What the person says about themselves, at most 500 characters; empty when nothing.'],
    locale: [() => String, 'The language the person reads: en or fr.'],
    role: [() => RoleEnum, 'What the account may act as.'],
    version: [() => Int, 'Grows with every change; name it in `expectedVersion` when changing the profile.'],
    createdAt: [() => DateTime, 'When the account was made.'],
  },
});

export const UserConnection = connectionType('User', User);
