/** Whom an approval names, as it stands inside a sentence: "sales director", "the owner’s manager". */
export function inWords(approver: string): string {
  if (approver === 'manager_of_owner') return 'the owner’s manager'
  if (approver.includes('@')) return approver
  return approver === 'delegate' ? 'a delegate' : approver.replaceAll('_', ' ')
}
