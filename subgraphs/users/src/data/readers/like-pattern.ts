// Patterns for LIKE out of what people type.

/** Finds the text anywhere; the characters that LIKE gives a meaning stand for themselves, and NUL, which no text holds, is dropped. */
export const anywhere = (text: string): string => `%${text.replaceAll('\0', '').replace(/[\\%_]/g, '\\$&')}%`;
