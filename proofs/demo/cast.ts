// Who lives in the demo world. Accounts are <first name>.<last name>@mosaic.example, all with the same password.

export interface Character {
  readonly name: string;
  readonly email: string;
  readonly locale: 'en' | 'fr';
  readonly role: 'USER' | 'COACH' | 'ADMIN';
  readonly bio: string;
}

export const DEMO_PASSWORD = 'mosaic demo 2026';

type Entry = readonly [name: string, bio: string];

const coachesFr: Entry[] = [
  ['Claire Fontaine', 'Coach sportive à Lyon. Course à pied, renforcement, et beaucoup de bonne humeur.'],
  ['Mathieu Delorme', "Préparateur mental. J'aide à tenir les objectifs quand la motivation s'en va."],
  ['Nadia Benali', 'Nutritionniste. Des assiettes simples, sans interdits.'],
  ['Yves Kermarrec', "Yoga et respiration, face à l'océan quand le temps le permet."],
];

const coachesEn: Entry[] = [
  ['Hannah Whitcombe', 'Strength coach in Bristol. Form first, weight later.'],
  ['Marcus Adeyemi', 'Career coach. Ten years in product teams, five helping people leave them well.'],
  ['Priya Raman', 'Sleep and recovery. Evidence before gadgets.'],
  ['Tom Halloran', 'Swimming, from first lengths to open water.'],
];

const peopleFr: Entry[] = [
  ['Camille Roussel', 'Graphiste, débutante en course à pied.'],
  ['Julien Marchetti', 'Père de deux enfants, cycliste du dimanche.'],
  ['Inès Lambert', 'Étudiante en kiné à Nantes.'],
  ['Thomas Girard', 'Je cuisine plus que je ne cours.'],
  ['Sarah Cohen', 'Photographe. Toujours un appareil dans le sac.'],
  ['Antoine Lefèvre', 'Menuisier à Annecy, montagne dès que possible.'],
  ['Léa Moreau', 'Prof de musique, chorale le mardi.'],
  ['Karim Haddad', 'Développeur, foot en salle le jeudi.'],
  ['Élodie Petit', 'Libraire. Je marche pour réfléchir.'],
  ['Baptiste Noël', 'Apiculteur amateur et semi-marathonien têtu.'],
  ['Manon Dubois', 'Infirmière de nuit, je dors quand je peux.'],
  ['Hugo Barbier', 'Je répare des vélos et je les casse aussi.'],
  ['Fatou Diallo', 'Avocate à Bordeaux. Salsa et course lente.'],
  ['Pierre Vasseur', 'Retraité actif, jardin et échecs.'],
  ['Chloé Marin', 'Biologiste marine, les mains souvent froides.'],
  ['Nicolas Perrin', 'Chef de projet qui apprend à dire non.'],
  ['Amélie Schneider', 'Alsacienne, traductrice, deux chats.'],
  ['Romain Texier', 'Escalade en bloc, chute libre interdite.'],
];

const peopleEn: Entry[] = [
  ['Olivia Marsh', 'Museum guide, beginner runner, expert tea drinker.'],
  ['Daniel Okafor', 'Nurse in Leeds. Parkrun most Saturdays.'],
  ['Grace Sullivan', 'Illustrator. Ask me about lino printing.'],
  ['Ben Carlisle', 'Data analyst who plots his own sleep.'],
  ['Amara Singh', 'Physics teacher, weekend climber.'],
  ['Jack Thornbury', 'Carpenter. Slow on the bike, quick at the café.'],
  ['Lucy Penrose', 'Two kids, one allotment, no free time.'],
  ['Ravi Menon', 'Chef. Learning to swim at forty-one.'],
  ['Ella Fitzroy', 'Violin maker, and yes, I also play.'],
  ['Samuel Brook', 'Postgraduate in Edinburgh, hill walker.'],
  ['Megan Doyle', 'Vet in Galway. Muddy boots.'],
  ['Oscar Lindqvist', 'Swede in London, cold water enthusiast.'],
  ['Zoe Hartley', 'Radio producer. Early mornings, strong coffee.'],
  ['Isaac Freeman', 'Writes software, bakes bread, burns both.'],
  ['Phoebe Nash', 'Gardener at a school for deaf children.'],
  ['Leo Castellano', 'Half Italian, fully competitive at board games.'],
];

const addressOf = (name: string) =>
  `${name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')}@mosaic.example`;

const as = (role: Character['role'], locale: Character['locale'], entries: readonly Entry[]): Character[] =>
  entries.map(([name, bio]) => ({ name, email: addressOf(name), locale, role, bio }));

export const cast: readonly Character[] = [
  ...as('ADMIN', 'en', [['Alex Moreno', 'Keeps Mosaic running.']]),
  ...as('COACH', 'fr', coachesFr),
  ...as('COACH', 'en', coachesEn),
  ...as('USER', 'fr', peopleFr),
  ...as('USER', 'en', peopleEn),
];

/** Whom a stranger may be, and what to look at then. */
export const shownAccounts: readonly { readonly name: string; readonly hint: string }[] = [
  { name: 'Alex Moreno', hint: 'adminDashboard, adminOrders, auditTrail, feed' },
  { name: 'Claire Fontaine', hint: 'planning, me { coach { schedule courses } }' },
  { name: 'Camille Roussel', hint: 'calendar, myEvents, myEnrollments { certificate }, me { orders }' },
  { name: 'Olivia Marsh', hint: 'products(search: "insulated botle"), myAppointments, me { notifications monitors }' },
];
