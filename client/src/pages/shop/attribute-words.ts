// The names of attributes that shops often use, in both languages; any other is shown as it was written.
import { currentLocale } from '@/words/locale';

const KNOWN: Readonly<Record<string, readonly [en: string, fr: string]>> = {
  autonomie: ['Battery life', 'Autonomie'],
  contenance: ['Capacity', 'Contenance'],
  couleur: ['Colour', 'Couleur'],
  culture: ['Farming', 'Culture'],
  dureté: ['Firmness', 'Dureté'],
  garnissage: ['Filling', 'Garnissage'],
  goût: ['Flavour', 'Goût'],
  langue: ['Language', 'Langue'],
  longueur: ['Length', 'Longueur'],
  matière: ['Material', 'Matière'],
  pages: ['Pages', 'Pages'],
  pointure: ['Shoe size', 'Pointure'],
  saison: ['Season', 'Saison'],
  taille: ['Size', 'Taille'],
  verres: ['Lenses', 'Verres'],
  volume: ['Volume', 'Volume'],
  épaisseur: ['Thickness', 'Épaisseur'],
  color: ['Colour', 'Couleur'],
  size: ['Size', 'Taille'],
  material: ['Material', 'Matière'],
};

export function attributeName(key: string): string {
  const known = KNOWN[key.toLowerCase()];
  if (!known) return key.charAt(0).toUpperCase() + key.slice(1);
  return known[currentLocale() === 'fr' ? 1 : 0];
}
