// The audit trail as the graph shows it.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';
import { connectionType } from '@mosaic/kernel/subgraph/graphql-types';
import { Node } from '@mosaic/kernel/subgraph/node';
import { entities } from '@mosaic/schema/entities';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AuditEntry } from '../../domain/audit-entry.js';

@ObjectType({ description: 'One particular of an act.' })
export class AuditDetail {
  @Field(() => String, { description: 'What it is about, e.g. reason.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'The value, as text.' })
  value: string | null;
}

@ObjectType({ description: 'What came of reading the whole audit trail.' })
export class AuditChainReport {
  @Field(() => Boolean, { description: 'Whether nothing was changed, put in or taken out.' })
  isIntact: boolean;

  @Field(() => Int, { description: 'How many entries are good, from the first one on.' })
  entryCount: number;

  @Field(() => String, {
    description:
      'Digest of the last good entry. Noted elsewhere, it shows later that the trail up to here is the same.',
  })
  digest: string;

  @Field(() => Int, { nullable: true, description: 'The position at which the chain breaks; null while it is intact.' })
  brokenAt: number | null;

  @Field(() => String, { nullable: true, description: 'What is wrong there; null while it is intact.' })
  reason: string | null;
}

describeType(AuditEntry, 'AuditEntry', {
  description: entities.AuditEntry.description,
  implements: [Node],
  directives: ['@key(fields: "id")'],
  fields: {
    id: [() => ID, 'Opaque global id.'],
    position: [() => Int, 'Its place in the chain: 1, 2, 3 and so on, without a gap.'],
    action: [() => String, 'The mutation, e.g. changeUserRole.'],
    subjectId: [() => ID, 'What it was done to.'],
    occurredAt: [() => DateTime, 'When it was done.'],
    previousDigest: [() => String, 'Digest of the entry before it.'],
    digest: [() => String, 'SHA-256 over everything else in the entry, in hexadecimal.'],
  },
});

export const AuditEntryConnection = connectionType('AuditEntry', AuditEntry);
