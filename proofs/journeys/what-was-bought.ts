// What a purchase leaves behind in the subgraphs that sell, as their owners see it.
import { eventually } from '../lab/eventually.js';
import type { Person } from '../lab/person.js';

interface Appointment {
  status: string;
  client: { displayName: string } | null;
}

/** The appointment, once it stands there. Throws after 60 s. */
export const appointmentIn = (asker: Person, id: string, status: string): Promise<Appointment> =>
  eventually(
    async () => {
      const document = 'query ($id: ID!) { appointment(id: $id) { status client { displayName } } }';
      const { appointment } = await asker.ask<{ appointment: Appointment | null }>(document, { id });
      if (!appointment) throw new Error('there is no such appointment');
      return appointment;
    },
    (appointment) => appointment.status === status,
    60_000,
  );

export interface Place {
  courseId: string;
  status: string;
}

/** A person's places in courses and claims to them, the newest first, also those that are over. */
export async function placesOf(person: Person): Promise<Place[]> {
  const { myEnrollments } = await person.ask<{
    myEnrollments: { edges: { node: { status: string; course: { id: string } } }[] };
  }>('{ myEnrollments(first: 100) { edges { node { status course { id } } } } }');
  return myEnrollments.edges.map(({ node: { status, course } }) => ({ courseId: course.id, status }));
}

export interface Ledger {
  isBalanced: boolean;
  sums: { amountMinor: number; currency: string }[];
  accounts: { name: string; isConsistent: boolean; amount: { amountMinor: number } }[];
}

export async function ledgerOf(admin: Person): Promise<Ledger> {
  const { ledgerBalance } = await admin.ask<{ ledgerBalance: Ledger }>(
    '{ ledgerBalance { isBalanced sums { amountMinor currency } accounts { name isConsistent amount { amountMinor } } } }',
  );
  return ledgerBalance;
}
