// All that a coach decides about an offer.
import { graphql } from '@/graph/generated';

export const offeringTerms = graphql(`
  fragment OfferingTerms_offering on Offering {
    id
    name
    minutes
    bufferBeforeMinutes
    bufferAfterMinutes
    startEveryMinutes
    noticeMinutes
    horizonDays
    isConfirmationRequired
    isArchived
    version
    price {
      amountMinor
      currency
    }
  }
`);
