// Live logs of single persons (inbox, alerts): a counter per topic, and its events for as long as they are kept.
import { Schema } from 'mongoose';

export const KEPT_DAYS = 30;
export const KEPT_EVENTS = 10_000;

export interface TopicRecord {
  _id: string;
  seq: number;
}

export interface TopicEventRecord {
  _id: string;
  topic: string;
  seq: number;
  occurredAt: Date;
  body: Record<string, unknown>;
}

const options = { versionKey: false, id: false, strict: 'throw', strictQuery: 'throw' } as const;

export const topicSchema = new Schema({ _id: String, seq: { type: Number, required: true } }, options);

export const topicEventSchema = new Schema(
  {
    _id: String,
    topic: { type: String, required: true },
    seq: { type: Number, required: true },
    occurredAt: { type: Date, required: true },
    body: { type: Schema.Types.Mixed, required: true },
  },
  options,
);
topicEventSchema.index({ topic: 1, seq: 1 }, { unique: true });
topicEventSchema.index({ occurredAt: 1 }, { expireAfterSeconds: KEPT_DAYS * 86_400 });
