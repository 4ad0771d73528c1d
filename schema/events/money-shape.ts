// An amount inside an event.
import { z } from 'zod';

export const moneyShape = z.object({ amountMinor: z.int(), currency: z.string().length(3) });
