// Root fields that read, by subject.
import { CatalogueQueries } from './catalogue-queries.js';

export const queries = [CatalogueQueries] as const;
