export const roles = {
  administrator: 'Administrator',
  sales_director: 'Sales director',
  sales_operations: 'Sales operations',
  sales_manager: 'Sales manager',
  sales_representative: 'Sales representative',
  executive: 'Executive',
  auditor: 'Auditor',
} as const
