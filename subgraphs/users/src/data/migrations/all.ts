// Every migration, oldest first, listed by class: nothing is searched for on disk.
import { FirstTables } from './m20261121-first-tables.js';
import { MailsCoachesAudit } from './m20261121-mails-coaches-audit.js';

export const migrations = [
  { name: '20261121-first-tables', class: FirstTables },
  { name: '20261121-mails-coaches-audit', class: MailsCoachesAudit },
];
