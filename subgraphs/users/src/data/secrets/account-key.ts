// Names an account in the table of attempts without storing the addresses that strangers typed.
import { createHash } from 'node:crypto';
import { foldEmail } from '../../domain/email.js';

export const accountKey = (email: string): string => createHash('sha256').update(foldEmail(email)).digest('base64url');
