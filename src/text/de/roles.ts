export const roles = {
  administrator: 'Administration',
  sales_director: 'Vertriebsleitung',
  sales_operations: 'Vertriebssteuerung',
  sales_manager: 'Teamleitung Vertrieb',
  sales_representative: 'Vertrieb',
  executive: 'Geschäftsleitung',
  auditor: 'Revision',
} as const
