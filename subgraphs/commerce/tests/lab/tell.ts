// What full-size proofs say about what they measured.
import { isFullProof } from '@mosaic/embedded/proof-size';

export function tell(text: string): void {
  // biome-ignore lint/suspicious/noConsole: the numbers of a proof are its report
  if (isFullProof) console.info(text);
}

/** Does the work and tells how long it took. */
export async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const from = performance.now();
  const outcome = await work();
  tell(`${name}: ${Math.round(performance.now() - from)} ms`);
  return outcome;
}
