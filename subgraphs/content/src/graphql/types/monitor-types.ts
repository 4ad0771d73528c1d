// Monitors, readings, rules and alerts, as the graph shows them to their owner.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';
import { connectionType, enumOf } from '@mosaic/kernel/subgraph/graphql-types';
import { Node } from '@mosaic/kernel/subgraph/node';
import { entities } from '@mosaic/schema/entities';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Alert } from '../../domain/alert.js';
import { AlertRule } from '../../domain/alert-rule.js';
import { Monitor, Reading } from '../../domain/monitor.js';

export const ComparisonEnum = enumOf('Comparison', 'Which values break a rule.', {
  GT: 'Breached by values above the threshold.',
  GTE: 'Breached by the threshold and values above it.',
  LT: 'Breached by values below the threshold.',
  LTE: 'Breached by the threshold and values below it.',
});

export const AlertStatusEnum = enumOf('AlertStatus', 'How an alert stands.', {
  OPEN: 'Nobody has looked at it yet.',
  ACKNOWLEDGED: 'Seen; the rule is still broken.',
  RESOLVED: 'Over: the rule is kept again, or its owner closed it.',
});

const keyed = { implements: [Node], directives: ['@key(fields: "id")'] };
const id = [() => ID, 'Opaque global id.'] as const;
const late = { nullable: true };

describeType(Monitor, 'Monitor', {
  ...keyed,
  description: entities.Monitor.description,
  fields: {
    id,
    name: [() => String, 'What is measured: 1 to 80 characters.'],
    unit: [() => String, 'In what: 1 to 20 characters, e.g. bpm.'],
    createdAt: [() => DateTime, 'When it was made.'],
  },
});

describeType(Reading, 'Reading', {
  description: 'One measurement.',
  fields: { id, value: [() => Float, 'What was measured.'], at: [() => DateTime, 'When it was measured.'] },
});

describeType(AlertRule, 'AlertRule', {
  ...keyed,
  description: entities.AlertRule.description,
  fields: {
    id,
    comparison: [() => ComparisonEnum, 'Which side of the threshold is a breach.'],
    threshold: [() => Float, 'The value compared with.'],
    createdAt: [() => DateTime, 'When it was made.'],
  },
});

describeType(Alert, 'Alert', {
  ...keyed,
  description: entities.Alert.description,
  fields: {
    id,
    status: [() => AlertStatusEnum, 'Where it stands.'],
    value: [() => Float, 'The reading that opened it.'],
    threshold: [() => Float, 'The threshold it breached.'],
    openedAt: [() => DateTime, 'When it was opened.'],
    acknowledgedAt: [() => DateTime, 'When its owner first looked at it.', late],
    resolvedAt: [() => DateTime, 'When it was over.', late],
  },
});

@ObjectType('ReadingStats', { description: 'Statistics over the readings of a window of time.' })
export class ReadingStatsType {
  @Field(() => Int, { description: 'How many readings there are.' })
  count: number;

  @Field(() => Float, { nullable: true, description: 'The least value; null without readings.' })
  min: number | null;

  @Field(() => Float, { nullable: true, description: 'The greatest value; null without readings.' })
  max: number | null;

  @Field(() => Float, { nullable: true, description: 'The arithmetic mean; null without readings.' })
  avg: number | null;
}

export const MonitorConnection = connectionType('Monitor', Monitor);
export const ReadingConnection = connectionType('Reading', Reading);
export const AlertConnection = connectionType('Alert', Alert);
