/**
 * The id of a standard row of a company: readable, the same on every call, different between companies. Without a
 * company (a template looked at before anyone owns it) the id has no prefix.
 */
export function standardId(
  companyId: string,
  kind: 'field' | 'category' | 'action' | 'approval',
  name: string,
): string {
  const id = `${kind}-${name.toLowerCase().replaceAll('_', '-')}`
  return companyId === '' ? id : `${companyId}-${id}`
}
