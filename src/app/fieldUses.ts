/** Where an opportunity field is used: in every published process, in the drafts of this device, in company data. */
import type { Result } from '../data/api/failure.ts'
import { newProcess, type ProcessDocument } from '../domain/process/process.ts'
import { type Use, usesOfFieldInCompany, usesOfFields } from '../domain/process/whereUsed.ts'
import { placeOf } from '../editor/whereUsedWords.ts'
import type { FieldPlaces } from '../features/settings/index.ts'
import { addressOf } from './addresses.ts'
import type { Workspace } from './workspace.ts'

/** Company data stands in no process. */
const noProcess = newProcess({ id: '', processName: '' })

/** What of the workspace is asked. */
interface Looked extends Pick<Workspace, 'published' | 'reference'> {
  readonly backend: { list(): Promise<Result<readonly { readonly id: string }[]>> }
  readonly drafts: { list(): Promise<readonly { readonly document: ProcessDocument }[]> }
}

export async function findFieldUses(workspace: Looked, fieldKey: string): Promise<FieldPlaces> {
  const [listed, drafts, reference] = await Promise.all([
    workspace.backend.list(),
    workspace.drafts.list(),
    workspace.reference(),
  ])
  const answers = await Promise.all((listed.ok ? listed.value : []).map(({ id }) => workspace.published(id)))
  const failed = [listed, ...answers].find((answer) => !answer.ok)
  const placesIn = (document: ProcessDocument, uses: readonly Use[]) =>
    uses.map((found) => {
      const { key, name, note, element } = placeOf(found, document, reference)
      const { id } = document.process
      const href =
        element === null
          ? addressOf(id, found.at.kind === 'scenario' ? 'simulate' : 'design')
          : addressOf(id, 'design', `${element.kind}:${element.id}`)
      return { key, name, note, href }
    })
  const processIn = (document: ProcessDocument, draft: boolean) => ({
    id: document.process.id,
    name: document.process.processName,
    draft,
    places: placesIn(document, usesOfFields(document).get(fieldKey) ?? []),
  })
  const company = usesOfFieldInCompany(reference, fieldKey)
  return {
    processes: [
      ...drafts.map(({ document }) => processIn(document, true)),
      ...answers.flatMap((answer) => (answer.ok ? [processIn(answer.value, false)] : [])),
    ].filter(({ places }) => places.length > 0),
    company: company.map((found) => {
      const section = found.at.kind === 'stageAction' ? 'actions' : 'approvals'
      const { key, name, note } = placeOf(found, noProcess, reference)
      return { key, name, note, href: `/settings/${section}` }
    }),
    failure: failed && !failed.ok ? failed.failure.message : null,
  }
}
