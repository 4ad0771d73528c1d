// The worker thread's door: one file in, what was found and made out of it back. Runs compiled code only, and imports
// nothing of the other packages: a crash or an endless picture ends this thread and nothing else.

import { cleanPdf } from './clean-pdf.js';
import type { Job, Made } from './job.js';
import { makeImage } from './make-image.js';

/** Never rejects for what a file may do to it: an unreadable file is an outcome. */
export async function work(job: Job): Promise<Made> {
  try {
    return job.type === 'pdf' ? await cleanPdf(job) : await makeImage(job);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('timeout:')) return { outcome: 'TOO_LONG' };
    return { outcome: 'UNREADABLE' }; // whatever else a decoder says of a stranger's bytes, it means this
  }
}
