// Says what a full run measured.
import { isFullProof } from '@mosaic/embedded/proof-size';

export function report(text: string): void {
  // biome-ignore lint/suspicious/noConsole: the numbers of a full run are what it is for
  if (isFullProof) console.info(text);
}
