// Inputs and payloads of what can be done with monitors and alerts.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, Float, ID, InputType } from 'type-graphql';
import { Alert } from '../../domain/alert.js';
import { AlertRule, type Comparison } from '../../domain/alert-rule.js';
import { Monitor, Reading } from '../../domain/monitor.js';
import { ComparisonEnum } from './monitor-types.js';
import { payloadType } from './payload-type.js';

const theAlert = { type: () => Alert, description: 'The alert, as it is now.' };

export const CreateMonitorPayload = payloadType('CreateMonitor', 'monitor', {
  type: () => Monitor,
  description: 'The new monitor.',
});
export const RecordReadingPayload = payloadType('RecordReading', 'reading', {
  type: () => Reading,
  description: 'The reading; the first one when it was recorded before.',
});
export const CreateAlertRulePayload = payloadType('CreateAlertRule', 'alertRule', {
  type: () => AlertRule,
  description: 'The new rule.',
});
export const AcknowledgeAlertPayload = payloadType('AcknowledgeAlert', 'alert', theAlert);
export const ResolveAlertPayload = payloadType('ResolveAlert', 'alert', theAlert);

@InputType({ description: 'What to measure.' })
export class CreateMonitorInput {
  @Field(() => String, { description: 'What is measured: 1 to 80 characters.' })
  name: string;

  @Field(() => String, { description: 'In what: 1 to 20 characters, e.g. bpm.' })
  unit: string;
}

@InputType({ description: 'A measurement.' })
export class RecordReadingInput {
  @Field(() => GraphQLUUID, { description: 'A UUID for this one reading; retry with the same.' })
  idempotencyKey: string;

  @Field(() => ID, { description: 'What was measured.' })
  monitorId: string;

  @Field(() => Float, { description: 'The value: any finite number.' })
  value: number;

  @Field(() => DateTime, {
    description: 'When it was measured. One that is older than the newest counts in statistics but raises no alert.',
  })
  at: Date;
}

@InputType({ description: 'When a reading is a breach.' })
export class CreateAlertRuleInput {
  @Field(() => ID, { description: 'The monitor to watch.' })
  monitorId: string;

  @Field(() => ComparisonEnum, { description: 'Which side of the threshold is a breach.' })
  comparison: Comparison;

  @Field(() => Float, { description: 'The value to compare with.' })
  threshold: number;
}

@InputType({ description: 'Which alert was seen.' })
export class AcknowledgeAlertInput {
  @Field(() => ID, { description: 'The alert.' })
  alertId: string;
}

@InputType({ description: 'Which alert is over.' })
export class ResolveAlertInput {
  @Field(() => ID, { description: 'The alert.' })
  alertId: string;
}
