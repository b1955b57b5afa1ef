export const hidden = {
  hidden: 'Verborgen',
  why: 'Ihr Unternehmen zeigt das nur diesen Rollen: {{roles}}.',
  whySome: 'Ihr Unternehmen zeigt das nur einigen Rollen.',
  since:
    'Ihr Unternehmen verbirgt jetzt einige Felder vor Ihnen. Was Sie dort geändert hatten, ist nicht mehr da.',
  actions: 'verborgene Aktionen',
}
