/** Was Backends melden, die nicht unsere sind. */
import type { SentenceBook } from '../../sentences.ts'

export const backends: SentenceBook = {
  'Stopped as you wished, after {{done}} of {{total}} steps.':
    'Wie gewünscht angehalten, nach {{done}} von {{total}} Schritten.',
  'Stopped after {{done}} of {{total}} steps.': 'Angehalten nach {{done}} von {{total}} Schritten.',
  'Sign in to your CRM as you always do, then load this page again.':
    'Melden Sie sich wie gewohnt in Ihrem CRM an und laden Sie diese Seite dann neu.',
  'This publish was taken back.': 'Diese Veröffentlichung wurde zurückgenommen.',
  'The backend that this installation uses does not keep this.':
    'Das Backend, das hier verwendet wird, bewahrt das nicht auf.',
  'This backend keeps one process: bring your changes into {{process}}.':
    'Dieses Backend bewahrt einen einzigen Prozess auf: Bringen Sie Ihre Änderungen in {{process}} ein.',
}
