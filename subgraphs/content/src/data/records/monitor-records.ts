// Monitors, their readings and rules, and the alerts these raise.

import { schemaFor } from '@mosaic/kernel/stores/mongo-stored';
import { Alert, unresolved } from '../../domain/alert.js';
import { AlertRule } from '../../domain/alert-rule.js';
import { Monitor, Reading } from '../../domain/monitor.js';

const text = { type: String, required: true };
const number = { type: Number, required: true };
const date = { type: Date, required: true };
const lateDate = { type: Date, default: null };

export const monitorSchema = schemaFor(Monitor, {
  ownerId: text,
  name: text,
  unit: text,
  createdAt: date,
  readingCount: number,
  ruleCount: number,
  latestAt: lateDate,
  latestReadingId: { type: String, default: null },
});
monitorSchema.index({ ownerId: 1, createdAt: 1, _id: 1 });

export const readingSchema = schemaFor(Reading, { monitorId: text, ownerId: text, value: number, at: date, number });
readingSchema.index({ monitorId: 1, at: -1, number: -1 });

export const alertRuleSchema = schemaFor(AlertRule, {
  monitorId: text,
  ownerId: text,
  comparison: text,
  threshold: number,
  createdAt: date,
});
alertRuleSchema.index({ monitorId: 1, createdAt: 1, _id: 1 });

export const alertSchema = schemaFor(Alert, {
  ruleId: text,
  monitorId: text,
  ownerId: text,
  status: text,
  value: number,
  threshold: number,
  openedAt: date,
  acknowledgedAt: lateDate,
  resolvedAt: lateDate,
});
// The truth behind "one open alert per breach", whatever the code above it does.
alertSchema.index(
  { ruleId: 1 },
  { unique: true, partialFilterExpression: { status: { $in: [...unresolved] } }, name: 'one unresolved per rule' },
);
alertSchema.index({ openedAt: 1 });
alertSchema.index({ ownerId: 1, openedAt: -1, _id: -1 });
alertSchema.index({ monitorId: 1, openedAt: -1, _id: -1 });
