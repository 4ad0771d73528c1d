// What a full run of the proofs measured.
import { isFullProof } from '@mosaic/embedded/proof-size';

/** Says it in a full run; a quick run is too small to mean anything. */
export function report(text: string): void {
  // biome-ignore lint/suspicious/noConsole: the numbers of a full run are what it is for
  if (isFullProof) console.info(text);
}
