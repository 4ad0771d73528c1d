// Root fields that read, in files by subject.
import { OfferingQueries } from './offering-queries.js';

export const queries = [
  OfferingQueries,
  //
] as const;
