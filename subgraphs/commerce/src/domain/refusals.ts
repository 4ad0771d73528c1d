// Every refusal of this subgraph, with its English sentence.
import { commonRefusals, refusals } from '@mosaic/kernel/refusal/catalogue';
import { catalogueRefusals } from './refusals-of-catalogue.js';
import { orderRefusals } from './refusals-of-orders.js';

export const catalogue = { ...commonRefusals, ...catalogueRefusals, ...orderRefusals } as const;

export const refuse = refusals(catalogue);
