// The name a person gave a file: shown to them, never used as a path. Files are stored under generated ids.
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import { cleanText } from '@mosaic/kernel/values/clean-text';

const LONGEST = 100;
/** Names that mean devices on Windows, whatever extension follows. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * The last part of what may be a path, without control characters, direction overrides and leading dots, cut to 100
 * characters before its extension. Always a usable name.
 */
export function cleanFileName(given: string): string {
  const last =
    given
      .replace(/\p{Cs}|\0/gu, '')
      .split(/[/\\]/)
      .at(-1) ?? '';
  const [, stem = '', extension = ''] = /^(.*?)(\.[^.]{1,10})?$/s.exec(last) ?? [];
  const cut = [...stem.replace(/^[\s.]+/, '').replace(/[<>:"|?*]/g, '_')].slice(0, LONGEST - [...extension].length);
  const cleaned = cleanText(`${cut.join('') || 'file'}${extension}`, { longest: LONGEST, lines: 'one' });
  const name = isRefusal(cleaned) ? 'file' : cleaned;
  return DEVICES.test(name) ? `_${name}` : name;
}
