/** What a backend's “no” means for a form: which field, which sentence. Pure. */
import type { Failure } from '../../data/api/failure.ts'
import { say, text } from '../../text/index.ts'

export interface FieldFault {
  /** The form's field; `root` where it belongs to none. */
  readonly field: string
  readonly message: string
}

/** `fields` are the form's; an issue inside one (`options.2`) counts for it. */
export function faultsOf(failure: Failure, fields: readonly string[]): FieldFault[] {
  const issues = failure.kind === 'problem' ? failure.details.issues : undefined
  if (!Array.isArray(issues) || issues.length === 0) return [{ field: 'root', message: refusal(failure) }]
  return issues.map((issue: unknown): FieldFault => {
    const { path, message } = partsOf(issue)
    const field = fields.find((name) => path === name || path.startsWith(`${name}.`))
    return field === undefined ? { field: 'root', message: refusal(failure) } : { field, message }
  })
}

export const refusal = (failure: Failure): string =>
  text('settings', 'saveFailed', { why: say(failure.message) })

function partsOf(issue: unknown): { path: string; message: string } {
  if (typeof issue !== 'object' || issue === null) return { path: '', message: '' }
  const path = 'path' in issue ? String(issue.path) : ''
  return { path, message: 'message' in issue ? say(String(issue.message)) : '' }
}
