// Content-Disposition (RFC 6266), with names beyond ASCII in the extended notation of RFC 8187.

/** RFC 5987 leaves these as they are; encodeURIComponent leaves a few more. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

export function contentDisposition(type: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const extended = plain === name ? '' : `; filename*=UTF-8''${encoded(name)}`;
  return `${type}; filename="${plain}"${extended}`;
}
