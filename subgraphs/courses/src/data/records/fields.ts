// The kinds of fields that records have.
import { Schema } from 'mongoose';

export const text = { type: String, required: true };
export const number = { type: Number, required: true };
export const flag = { type: Boolean, required: true };
export const date = { type: Date, required: true };
export const lateDate = { type: Date, default: null };
export const lateText = { type: String, default: null };
export const lateNumber = { type: Number, default: null };
/** Whole values that are only ever written and read as they are. */
export const whole = { type: Schema.Types.Mixed, default: null };
/** A text that may be empty, which mongoose's `required` refuses. */
export const anyText = { type: String, default: '' };
