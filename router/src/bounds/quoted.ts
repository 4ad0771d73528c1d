// A string as JSON. Most are short and need no escape, and to see that costs less than to ask JSON.stringify.

/** ASCII, without what has to be escaped: a quote, a backslash and control characters (RFC 8259, section 7). */
const PLAIN = /^[ !#-[\]-~]*$/;
/** One of those, or half of a surrogate pair. */
const ESCAPED = /["\\]|[^ -\ud7ff\ue000-\uffff]/;
/** Above this, looking costs more. */
const SHORT = 512;

/** Whether it is ASCII that stands for itself. */
export const isPlain = (text: string): boolean => text.length < SHORT && PLAIN.test(text);

/** Whether it stands for itself; of a long one that is not said. */
export const isBare = (text: string): boolean => text.length < SHORT && !ESCAPED.test(text);

export const quoted = (text: string): string => (isPlain(text) ? `"${text}"` : JSON.stringify(text));
