// One line of a message's head (RFC 9112, section 5, and RFC 9110, 5.5), as latin1: no folding, no line feed alone, no control character.

/**
 * The line after `lastIndex`, with the line break before it: its name, and its value with the white space that may stand
 * behind it. Sticky: whoever uses it sets `lastIndex` first.
 */
export const HEADER_FIELD = /\r\n([!#$%&'*+.^_`|~\w-]+):[ \t]*([\t\x20-\x7e\x80-\xff]*)/y;
