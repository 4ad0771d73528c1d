// Reads of enrollments, of what was learned, and of certificates, scoped to whose they are.
import type { CursorKey } from '@mosaic/kernel/paging/cursor';
import type { Page } from '@mosaic/kernel/paging/page';
import { budgetOf } from '@mosaic/kernel/stores/mongo-budget';
import { keysetPage } from '@mosaic/kernel/stores/mongo-keyset';
import { hydrate, type Stored } from '@mosaic/kernel/stores/mongo-stored';
import type { Period } from '@mosaic/schema/period';
import { trusted } from 'mongoose';
import { may } from '../../access.js';
import { Certificate } from '../../domain/certificate.js';
import { Enrollment, living } from '../../domain/enrollment.js';
import { Learning, learningId } from '../../domain/learning.js';
import { type Asker, buyerIdOf } from '../asker.js';
import type { Collections } from '../records/collections.js';

const NEWEST_FIRST = { by: 'createdAt', way: -1, isDate: true } as const;

export const enrollmentKey = ({ createdAt, id }: Enrollment): CursorKey => [createdAt.getTime(), id];

export function readEnrollments({ enrollments, learnings, certificates }: Collections) {
  const toEnrollment = (record: Stored<Enrollment>) => hydrate(Enrollment, record);
  const toCertificate = (record: Stored<Certificate>) => hydrate(Certificate, record);

  return {
    async enrollmentsFor(asker: Asker, ids: readonly string[]): Promise<Enrollment[]> {
      const chosen = { _id: trusted({ $in: [...ids] }) };
      const found = await enrollments.find(chosen).maxTimeMS(budgetOf(asker)).lean<Stored<Enrollment>[]>();
      return found.map(toEnrollment).filter((one) => may.seeEnrollment(asker.viewer, buyerIdOf(asker), one));
    },

    /** The asker's own that live, of these courses. */
    async livingEnrollments(asker: Asker, courseIds: readonly string[]): Promise<Enrollment[]> {
      const buyerId = buyerIdOf(asker);
      if (!buyerId) return [];
      const chosen = { buyerId, courseId: trusted({ $in: [...courseIds] }), status: trusted({ $in: [...living] }) };
      const found = await enrollments.find(chosen).maxTimeMS(budgetOf(asker)).lean<Stored<Enrollment>[]>();
      return found.map(toEnrollment);
    },

    /** A buyer's own, the newest first, also those that are over. */
    async enrollmentsOf(asker: Asker, buyerId: string, page: Page): Promise<Enrollment[]> {
      return (await keysetPage(enrollments, { buyerId }, NEWEST_FIRST, page, budgetOf(asker))).map(toEnrollment);
    },

    /** Of these enrollments, which the asker may see. Keyed as `learningId`. */
    async learningsOf(asker: Asker, of: readonly Enrollment[]): Promise<Learning[]> {
      const ids = of.map(({ courseId, buyerId }) => learningId(courseId, buyerId));
      const found = await learnings
        .find({ _id: trusted({ $in: ids }) })
        .maxTimeMS(budgetOf(asker))
        .lean<Stored<Learning>[]>();
      return found.map((record) => hydrate(Learning, record));
    },

    async certificatesFor(asker: Asker, ids: readonly string[]): Promise<Certificate[]> {
      const chosen = { _id: trusted({ $in: [...ids] }) };
      const found = await certificates.find(chosen).maxTimeMS(budgetOf(asker)).lean<Stored<Certificate>[]>();
      return found.map(toCertificate).filter((one) => may.seeCertificate(asker.viewer, one));
    },

    /** Of these enrollments, which the asker may see. */
    async certificatesOf(asker: Asker, of: readonly Enrollment[]): Promise<Certificate[]> {
      const chosen = {
        userId: trusted({ $in: [...new Set(of.map(({ buyerId }) => buyerId))] }),
        courseId: trusted({ $in: [...new Set(of.map(({ courseId }) => courseId))] }),
      };
      const found = await certificates.find(chosen).maxTimeMS(budgetOf(asker)).lean<Stored<Certificate>[]>();
      return found.map(toCertificate);
    },

    /** For whoever has the code. */
    async certificateByCode(asker: Asker, code: string): Promise<Certificate | null> {
      const found = await certificates.findOne({ code }).maxTimeMS(budgetOf(asker)).lean<Stored<Certificate>>();
      return found && toCertificate(found);
    },

    /** How many people got their place in the period; for admins. */
    countEnrollments: (asker: Asker, { from, to }: Period): Promise<number> =>
      enrollments.countDocuments({ activatedAt: trusted({ $gte: from, $lt: to }) }).maxTimeMS(budgetOf(asker)),

    /** For admins. */
    countCertificates: (asker: Asker, { from, to }: Period): Promise<number> =>
      certificates.countDocuments({ issuedAt: trusted({ $gte: from, $lt: to }) }).maxTimeMS(budgetOf(asker)),
  };
}
