/** The roles that people of a company have. Another system may name others: where one is named, any text is held. */
export const roles = [
  'administrator',
  'sales_director',
  'sales_operations',
  'sales_manager',
  'sales_representative',
  'executive',
  'auditor',
] as const
export type Role = (typeof roles)[number]
