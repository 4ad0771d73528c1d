// The containers' health check: exits 0 when the page answers 200.
const answer = await fetch(process.argv[2], { signal: AbortSignal.timeout(1_500) }).catch(() => null);
process.exit(answer?.status === 200 ? 0 : 1);
