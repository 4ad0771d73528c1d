// Folding: how texts are compared when case and accents do not matter ("élodie" finds "Elodie").

/** Lower case, compatibility forms unified, combining marks dropped. */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** A pattern that matches the folded text anywhere, whatever characters it holds. */
export const patternOf = (text: string): string => fold(text).replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
