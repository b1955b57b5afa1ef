export const hidden = {
  hidden: 'Verborgen',
  why: 'Ihr Unternehmen zeigt das nur diesen Rollen: {{roles}}.',
  whySome: 'Ihr Unternehmen zeigt das nur einigen Rollen.',
  since:
    'Ihr Unternehmen verbirgt jetzt einige Felder vor Ihnen. Was Sie dort geändert hatten, ist nicht mehr da.',
  actions: 'verborgene Aktionen',
  amount: 'Betrag verborgen',
  escalation: 'An wen sie eskaliert, ist verborgen.',
  some: 'Manches davon ist für Sie verborgen.',
}
