// Root fields that read, by subject.
import { CatalogueQueries } from './catalogue-queries.js';

import { OrderQueries } from './order-queries.js';

export const queries = [CatalogueQueries, OrderQueries] as const;
