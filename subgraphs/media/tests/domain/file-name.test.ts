// Names of files: shown, never followed.
import { expect, test } from 'vitest';
import { stripJpeg } from '../../src/data/workbench/strip-jpeg.js';
import { cleanFileName } from '../../src/domain/file-name.js';
import { claimedType } from '../../src/domain/purposes.js';
import { contentDisposition } from '../../src/http/content-disposition.js';

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\Ada\\photo.jpg', 'photo.jpg'],
  ['/etc/photo.PNG', 'photo.PNG'],
  ['a\0b.png', 'ab.png'],
  ['\u202egnp.exe.png', 'gnp.exe.png'],
  ['CON', '_CON'],
  ['nul.jpg', '_nul.jpg'],
  ['.htaccess', 'file.htaccess'],
  ['...png', 'file.png'],
  ['a.jpg.html', 'a.jpg.html'],
  ['', 'file'],
  ['\ud800', 'file'],
  ['<b>"x"|?*.gif', '_b__x____.gif'],
  [`${'x'.repeat(5_000)}.jpg`, `${'x'.repeat(96)}.jpg`],
])('%j is kept as %j', (given, kept) => {
  expect(cleanFileName(given)).toBe(kept);
});

test('a file claims the type of its last extension', () => {
  const names = ['a.jpg', 'a.JPEG', 'a.b.png', 'a.jpg.html', 'jpg', 'a.', 'a.pdf', 'a.m4v', 'a.constructor'];
  expect(names.map(claimedType)).toEqual(['jpg', 'jpg', 'png', null, null, null, 'pdf', 'mp4', null]);
});

test('no name breaks out of its header', () => {
  expect(contentDisposition('attachment', 'a"; b=\\c\r\nx: y.png')).toBe(
    'attachment; filename="a_; b=_c__x: y.png"; filename*=UTF-8\'\'a%22%3B%20b%3D%5Cc%0D%0Ax%3A%20y.png',
  );
  expect(contentDisposition('inline', 'plain.png')).toBe('inline; filename="plain.png"');
});

test('a JPEG loses its application segments and comments, and what is no JPEG is left alone', () => {
  const segment = (code: number, text: string) =>
    Buffer.concat([Buffer.from([0xff, code, 0, text.length + 2]), Buffer.from(text)]);
  const kept = [segment(0xe0, 'JFIF'), segment(0xdb, 'table'), segment(0xee, 'Adobe')];
  const scan = Buffer.concat([segment(0xda, 'scan'), Buffer.from('data'), Buffer.from([0xff, 0xd9])]);
  const start = Buffer.from([0xff, 0xd8]);
  const told = [segment(0xe1, 'Exif secret'), segment(0xfe, 'secret'), segment(0xed, 'secret')];
  expect(stripJpeg(Buffer.concat([start, kept[0]!, ...told, kept[1]!, kept[2]!, scan]))).toEqual(
    Buffer.concat([start, ...kept, scan]),
  );
  for (const odd of [Buffer.from('no picture'), Buffer.concat([start, Buffer.from([0xff, 0xe1, 0xff, 0xff])])])
    expect(stripJpeg(odd)).toBe(odd);
});
