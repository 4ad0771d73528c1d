import { inBoth } from '@/words/words';

export const adminNavigationWords = inBoth({
  en: {
    label: 'Administration',
    dashboard: 'Dashboard',
    users: 'People',
    coaches: 'Coaches',
    orders: 'Orders',
    products: 'Products',
    audit: 'Audit trail',
  },
  fr: {
    label: 'Administration',
    dashboard: 'Tableau de bord',
    users: 'Personnes',
    coaches: 'Coachs',
    orders: 'Commandes',
    products: 'Produits',
    audit: 'Journal d’audit',
  },
});
