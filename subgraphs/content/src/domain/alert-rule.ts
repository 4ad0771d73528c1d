// A rule: the comparison that makes a reading a breach.
import type { Id } from '@mosaic/kernel/values/ids';

export type Comparison = 'GT' | 'GTE' | 'LT' | 'LTE';

const holds: Readonly<Record<Comparison, (value: number, threshold: number) => boolean>> = {
  GT: (value, threshold) => value > threshold,
  GTE: (value, threshold) => value >= threshold,
  LT: (value, threshold) => value < threshold,
  LTE: (value, threshold) => value <= threshold,
};

export class AlertRule {
  id: Id<'AlertRule'>;
  monitorId: Id<'Monitor'>;
  ownerId: Id<'User'>;
  comparison: Comparison;
  threshold: number;
  createdAt: Date;
}

export const isBreach = ({ comparison, threshold }: Pick<AlertRule, 'comparison' | 'threshold'>, value: number) =>
  holds[comparison](value, threshold);
