// A string as JSON. Most are short and plain, and to see that costs less than to ask JSON.stringify.

/** ASCII, without what has to be escaped: a quote, a backslash and control characters (RFC 8259, section 7). */
const PLAIN = /^[ !#-[\]-~]*$/;
/** Above this, looking costs more. */
const SHORT = 512;

export const isPlain = (text: string): boolean => text.length < SHORT && PLAIN.test(text);

export const quoted = (text: string): string => (isPlain(text) ? `"${text}"` : JSON.stringify(text));
