// Who may see or do what. Pure; asked by readers and fields, so the answer is the same by every path.
import type { Viewer } from '@mosaic/kernel/identity/viewer';

type Someone = Viewer | null;
interface Person {
  readonly id: string;
}

const isSelf = (viewer: Someone, person: Person): boolean => viewer?.id === person.id;
const isAdmin = (viewer: Someone): boolean => viewer?.role === 'ADMIN';

export const may = {
  /** The public part of a person: id, displayName, bio, locale, role, version, createdAt. */
  seePeople: (viewer: Someone): viewer is Viewer => viewer !== null,
  /** E-mail, whether it is verified, and whether the account is suspended. */
  seeAccount: (viewer: Someone, person: Person): boolean => isSelf(viewer, person) || isAdmin(viewer),
  /** Only one's own: not even an admin reads where somebody is signed in. */
  seeSessions: (viewer: Someone, person: Person): viewer is Viewer => isSelf(viewer, person),
  /** A coach who is not listed, and where any coach stands. */
  seeCoachFile: (viewer: Someone, coach: { readonly userId: string }): boolean =>
    isSelf(viewer, { id: coach.userId }) || isAdmin(viewer),
  /** Roles, suspension, coaches, specialties, the list of accounts, the audit trail, the dashboard. */
  runThePlace: (viewer: Someone): boolean => isAdmin(viewer),
} as const;
