import { inBoth } from '@/words/words';

export const slotWords = inBoth({
  en: {
    week: 'Free times',
    earlier: 'Earlier days',
    later: 'Later days',
    zone: 'Times shown in',
    yours: (zone: string) => `Your time (${zone})`,
    theirs: (zone: string) => `Coach’s time (${zone})`,
    sameZone: (zone: string) => `Times in your zone, ${zone}`,
    nothing: 'None free',
    noneTitle: 'Nothing free on these days',
    noneText: 'Everything is taken, or the coach does not work then.',
    noneAtAll: 'There is no free time in the next two months. Write to the coach: something may open up.',
    next: 'Go to the next free day',
    taken: (time: string) => `Somebody was quicker: ${time} is taken. The other times here are up to date.`,
    there: (time: string, zone: string) => `${time} in ${zone}`,
    keys: 'Arrow keys move between times.',
  },
  fr: {
    week: 'Créneaux libres',
    earlier: 'Jours précédents',
    later: 'Jours suivants',
    zone: 'Heures affichées',
    yours: (zone: string) => `Votre heure (${zone})`,
    theirs: (zone: string) => `Heure du coach (${zone})`,
    sameZone: (zone: string) => `Heures de votre fuseau, ${zone}`,
    nothing: 'Rien de libre',
    noneTitle: 'Rien de libre ces jours-là',
    noneText: 'Tout est pris, ou le coach ne travaille pas.',
    noneAtAll: 'Aucun créneau libre dans les deux prochains mois. Écrivez au coach : une place peut se libérer.',
    next: 'Aller au prochain jour libre',
    taken: (time: string) =>
      `Quelqu’un a été plus rapide : ${time} est pris. Les autres créneaux affichés sont à jour.`,
    there: (time: string, zone: string) => `${time} à ${zone}`,
    keys: 'Les flèches passent d’un créneau à l’autre.',
  },
});
