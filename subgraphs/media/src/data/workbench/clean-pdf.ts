// A PDF, parsed whole and written anew without what tells of its author and without what acts by itself. A document that
// cannot be parsed, or is encrypted, is refused.
import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFStream } from 'pdf-lib';
import type { Job, Made } from './job.js';
import { stripJpeg } from './strip-jpeg.js';

/** Metadata and private data of programs (ISO 32000-1, 14.3 to 14.5), and what runs without being asked (12.6). */
const DROPPED = ['Metadata', 'PieceInfo', 'LastModified', 'OpenAction', 'AA', 'JS', 'JavaScript', 'EmbeddedFiles'].map(
  (name) => PDFName.of(name),
);
const TYPE = PDFName.of('Type');
const METADATA = PDFName.of('Metadata');

/** Throws what the parser throws. */
export async function cleanPdf({ bytes }: Job): Promise<Made> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  if (document.getPageCount() < 1) return { outcome: 'UNREADABLE' };
  const { context } = document;
  if (context.trailerInfo.Info) delete context.trailerInfo.Info;
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    const dictionary = object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : null;
    if (!dictionary) continue;
    if (dictionary.get(TYPE) === METADATA) context.delete(reference);
    dropFrom(dictionary);
    if (object instanceof PDFRawStream && String(dictionary.get(PDFName.of('Filter'))) === '/DCTDecode')
      context.assign(reference, PDFRawStream.of(dictionary, stripJpeg(object.contents)));
  }
  dropAuthors(document);
  const cleaned = await document.save({ updateFieldAppearances: false, addDefaultPage: false });
  const file = { name: 'document', contentType: 'application/pdf', bytes: cleaned, width: null, height: null };
  return { outcome: 'MADE', width: null, height: null, exif: null, files: [file] };
}

/** From a dictionary and those written inside it; those it points at are visited by themselves. */
function dropFrom(dictionary: PDFDict): void {
  for (const name of DROPPED) dictionary.delete(name);
  for (const [, value] of dictionary.entries()) if (value instanceof PDFDict) dropFrom(value);
}

/** The information dictionary may be reachable under no name any more, and would still be written. */
function dropAuthors({ context }: PDFDocument): void {
  const told = ['Author', 'Creator', 'Producer', 'CreationDate', 'ModDate'].map((name) => PDFName.of(name));
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict && !object.has(TYPE) && told.some((name) => object.has(name)))
      context.delete(reference);
  }
}
