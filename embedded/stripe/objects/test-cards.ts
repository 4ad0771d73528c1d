// The test cards that we know, by the ids under which Stripe offers them.

export type CardBehaviour =
  | { readonly does: 'succeed' }
  | { readonly does: 'ask' }
  | { readonly does: 'decline'; readonly code: string; readonly declineCode: string; readonly message: string };

const declined = (declineCode: string, message: string, code = 'card_declined'): CardBehaviour => ({
  does: 'decline',
  code,
  declineCode,
  message,
});

const cards: Readonly<Record<string, CardBehaviour>> = {
  pm_card_visa: { does: 'succeed' },
  pm_card_mastercard: { does: 'succeed' },
  /** The bank wants to see its customer first: the intent waits in requires_action. */
  pm_card_authenticationRequired: { does: 'ask' },
  pm_card_chargeDeclined: declined('generic_decline', 'Your card was declined.'),
  pm_card_visa_chargeDeclined: declined('generic_decline', 'Your card was declined.'),
  pm_card_visa_chargeDeclinedInsufficientFunds: declined('insufficient_funds', 'Your card has insufficient funds.'),
};

/** Undefined for a payment method that does not exist here. */
export const testCard = (paymentMethod: string): CardBehaviour | undefined =>
  Object.hasOwn(cards, paymentMethod) ? cards[paymentMethod] : undefined;
