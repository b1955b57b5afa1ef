/** Was beim Ausprobieren eines Genehmigungsablaufs geschieht. */
import type { SentenceBook } from '../../sentences.ts'

export const approvals: SentenceBook = {
  'Approved: the deal enters the stage.': 'Genehmigt: Der Deal tritt in die Phase ein.',
  'Refused: the deal stays where it is. Change it and ask again.':
    'Abgelehnt: Der Deal bleibt, wo er ist. Ändern Sie ihn und fragen Sie erneut.',
  '{{step}} asks {{who}}.': '{{step}} fragt {{who}}.',
  '{{step}} asks {{who}} within 1 hour.': '{{step}} fragt {{who}}, Frist: eine Stunde.',
  '{{step}} asks {{who}} within {{count}} hours.': '{{step}} fragt {{who}}, Frist: {{count}} Stunden.',
  'a delegate': 'eine Vertretung',
  'anyone who is {{role}}': 'irgendjemanden in der Rolle {{role}}',
  'everyone who is {{role}}': 'alle in der Rolle {{role}}',
  '{{count}} of those who are {{role}}': '{{count}} der Personen in der Rolle {{role}}',
  '{{count}}% of those who are {{role}}': '{{count}} % der Personen in der Rolle {{role}}',
  '{{who}} approves {{step}}.': '{{who}} genehmigt {{step}}.',
  '{{who}} refuses {{step}}.': '{{who}} lehnt {{step}} ab.',
  '{{step}} is handed to a delegate, who decides for {{who}}.':
    '{{step}} geht an eine Vertretung; vertreten wird {{who}}.',
  'A delegate, for {{who}}, approves {{step}}.':
    'Eine Vertretung genehmigt {{step}}; vertreten wird {{who}}.',
  'A delegate, for {{who}}, refuses {{step}}.': 'Eine Vertretung lehnt {{step}} ab; vertreten wird {{who}}.',
  'The owner’s manager approves {{step}}.': 'Die vorgesetzte Person genehmigt {{step}}.',
  'The owner’s manager refuses {{step}}.': 'Die vorgesetzte Person lehnt {{step}} ab.',
  '{{step}} has {{count}} of the {{needed}} approvals it needs.':
    '{{step}} hat {{count}} von {{needed}} nötigen Genehmigungen.',
  '{{step}} is not asked, because this does not hold: {{condition}}.':
    '{{step}} wird nicht gefragt, weil dies nicht zutrifft: {{condition}}.',
  '{{step}} is taken as asked: on what it depends is hidden from you.':
    '{{step}} gilt als gefragt: Wovon das abhängt, ist für Sie verborgen.',
  'Nobody answers {{step}} within 1 hour, which counts as an approval.':
    'Bei {{step}} antwortet in einer Stunde niemand; das gilt als Genehmigung.',
  'Nobody answers {{step}} within {{count}} hours, which counts as an approval.':
    'Bei {{step}} antwortet in {{count}} Stunden niemand; das gilt als Genehmigung.',
  'Nobody answers {{step}} within 1 hour, which counts as a refusal.':
    'Bei {{step}} antwortet in einer Stunde niemand; das gilt als Ablehnung.',
  'Nobody answers {{step}} within {{count}} hours, which counts as a refusal.':
    'Bei {{step}} antwortet in {{count}} Stunden niemand; das gilt als Ablehnung.',
  'Nobody answers {{step}} within 1 hour, and nobody else is named: it goes on waiting.':
    'Bei {{step}} antwortet in einer Stunde niemand, und sonst ist niemand genannt: Es wird weiter gewartet.',
  'Nobody answers {{step}} within {{count}} hours, and nobody else is named: it goes on waiting.':
    'Bei {{step}} antwortet in {{count}} Stunden niemand, und sonst ist niemand genannt: Es wird weiter gewartet.',
  'Nobody answers {{step}} within 1 hour: {{who}} is asked instead.':
    'Bei {{step}} antwortet in einer Stunde niemand: Gefragt wird nun {{who}}.',
  'Nobody answers {{step}} within {{count}} hours: {{who}} is asked instead.':
    'Bei {{step}} antwortet in {{count}} Stunden niemand: Gefragt wird nun {{who}}.',
  '{{who}} does not answer either: it goes on waiting.':
    '{{who}} antwortet auch nicht: Es wird weiter gewartet.',
}
