/** `stagecraft audit verify`: is an exported audit trail whole? Offline, from the file alone. */
import { type AuditFileVerdict, checkpointsIn, verifyAuditFile } from './auditFile.ts'
import { defineCommand } from './command.ts'
import { BadInput, exitCode, type Io } from './io.ts'
import { openFile } from './readProcess.ts'
import { counted, painter } from './text.ts'

/** What is shown of a trail that is wrong from end to end. */
const shownFindings = 20

export const audit = defineCommand({
  name: 'audit',
  usage: 'audit verify FILE',
  summary: 'Prove that an exported audit trail is whole',
  details: [
    'Exit code 1 where something was changed, removed or put in.',
    '--key KEY           the public key as you noted it before; without it the file vouches for its own',
    '--checkpoints FILE  what you fetched from /api/audit/checkpoints/ before, one answer or checkpoint a line',
  ],
  options: { key: { type: 'string' }, checkpoints: { type: 'string' } },
  files: [2, 2],
  run: async ({ files: [what, file = ''], values, json, io }) => {
    if (what !== 'verify') throw new BadInput(`There is no “audit ${what}”. Use audit verify FILE.`)
    const { key, checkpoints } = values
    const kept = checkpoints === undefined ? [] : read(checkpoints, io, checkpointsIn)
    const verdict = read(file, io, (text) => verifyAuditFile(text, { key, kept }))
    const ok = verdict.findings.length === 0
    if (json) io.out(`${JSON.stringify({ ok, ...verdict }, null, 2)}\n`)
    else io.out(inWords(verdict, io))
    return ok ? exitCode.fine : exitCode.errorsFound
  },
})

function read<T>(file: string, io: Io, how: (text: string) => T): T {
  const { bytes } = openFile(file, io)
  try {
    return how(new TextDecoder().decode(bytes))
  } catch (error) {
    throw new BadInput(`${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function inWords(verdict: AuditFileVerdict, io: Io): string {
  const paint = painter(io)
  const { entries, checkpoints, signedUpTo, kept, findings, erased, publicKey } = verdict
  const lines = [
    paint('bold', `Audit trail of company ${verdict.company}`),
    `  ${entriesOf(entries)}, ${counted(checkpoints, 'checkpoint')}, signed up to entry ${signedUpTo}`,
    ...(kept > 0 ? [`  Held to ${counted(kept, 'checkpoint')} that you kept`] : []),
    ...(entries > signedUpTo ? [`  The last ${entriesOf(entries - signedUpTo)} not signed yet`] : []),
    ...(erased > 0 ? [`  ${entriesOf(erased)} with personal words erased, as it may be`] : []),
    `  Key ${publicKey}`,
    ...findings
      .slice(0, shownFindings)
      .map(({ seq, message }) => `  ${paint('red', seq === 0 ? 'The file' : `Entry ${seq}`)}: ${message}`),
    ...(findings.length > shownFindings ? [`  … and ${findings.length - shownFindings} more`] : []),
    findings.length === 0 ? `  ${paint('green', 'Nothing was changed, removed or put in.')}` : '',
  ]
  return `${lines.filter(Boolean).join('\n')}\n`
}

const entriesOf = (count: number): string => (count === 1 ? '1 entry' : `${count} entries`)
