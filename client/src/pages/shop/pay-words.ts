import { inBoth } from '@/words/words';

export const payWords = inBoth({
  en: {
    checkout: 'Checkout',
    review: 'Your order',
    changeCart: 'Change the cart',
    payWith: 'Pay with a test card',
    testOnly: 'Payments are simulated here: these cards exist only for trying things out, and no money moves.',
    pay: (total: string) => `Pay ${total}`,
    payAgain: (total: string) => `Try to pay ${total} again`,
    placing: 'Placing your order…',
    asking: 'Asking the bank…',
    progress: 'Progress of your purchase',
    timeLeft: 'Reserved for you for',
    unanswered: 'The bank has not answered yet. Try again: nothing is charged twice.',
    moved: 'Prices have changed since you last looked. This is the new total; pay when you agree.',
    short: (title: string, left: string) =>
      `Of “${title}” only ${left} can be bought now. Change the quantity in your cart.`,
    cards: {
      pm_card_visa: 'Visa, is accepted',
      pm_card_mastercard: 'Mastercard, is accepted',
      pm_card_visa_chargeDeclined: 'Visa, is declined',
      pm_card_visa_chargeDeclinedInsufficientFunds: 'Visa, without enough money',
      pm_card_authenticationRequired: 'Card whose bank asks its owner first',
    },
  },
  fr: {
    checkout: 'Commande',
    review: 'Votre commande',
    changeCart: 'Modifier le panier',
    payWith: 'Payer avec une carte d’essai',
    testOnly: 'Les paiements sont simulés ici : ces cartes n’existent que pour essayer, et aucun argent ne circule.',
    pay: (total: string) => `Payer ${total}`,
    payAgain: (total: string) => `Essayer à nouveau de payer ${total}`,
    placing: 'Enregistrement de votre commande…',
    asking: 'La banque est interrogée…',
    progress: 'Avancement de votre achat',
    timeLeft: 'Réservé pour vous pendant',
    unanswered: 'La banque n’a pas encore répondu. Réessayez : rien n’est débité deux fois.',
    moved: 'Des prix ont changé depuis votre dernier passage. Voici le nouveau total ; payez s’il vous convient.',
    short: (title: string, left: string) =>
      `De « ${title} », il ne reste que ${left} à acheter. Changez la quantité dans votre panier.`,
    cards: {
      pm_card_visa: 'Visa, acceptée',
      pm_card_mastercard: 'Mastercard, acceptée',
      pm_card_visa_chargeDeclined: 'Visa, refusée',
      pm_card_visa_chargeDeclinedInsufficientFunds: 'Visa, provision insuffisante',
      pm_card_authenticationRequired: 'Carte dont la banque demande d’abord l’accord du porteur',
    },
  },
});
