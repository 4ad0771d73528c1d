// How large a proof runs: `npm test` keeps to a size that fits its minutes, `npm run proofs:full` runs the stated numbers.

/** True when this run is at full size; only then do proofs print what they measured. */
export const isFullProof: boolean = process.env['PROOFS'] === 'full';

export const proofSize = ({ full, quick }: { full: number; quick: number }): number => (isFullProof ? full : quick);
