import { useQueryClient } from '@tanstack/react-query'
import type { ProcessTemplates } from '../../data/api/processTemplates.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { TemplateForm } from './TemplateForm.tsx'
import { templatesKey } from './useOwnTemplates.ts'

export interface SaveTemplateDialogProps {
  readonly document: ProcessDocument
  readonly shelf: Pick<ProcessTemplates, 'create'>
  readonly companyName: string
  readonly newId: () => string
  readonly onClose: () => void
}

/** Keeps a process as a template of the company, as it stands now, published or not. */
export function SaveTemplateDialog({
  document,
  shelf,
  companyName,
  newId,
  onClose,
}: SaveTemplateDialogProps) {
  const t = useText('templates')
  const cache = useQueryClient()
  const { processName, description } = document.process
  return (
    <TemplateForm
      title={t('saveTitle')}
      lead={t('saveLead', { company: companyName })}
      confirm={t('saveConfirm')}
      given={{ templateName: processName, description: description.slice(0, 1_000), category: '' }}
      onSave={async (words) => {
        // Under its own ids: what is hidden here is known again by them. The backend makes a template's content of it.
        const answer = await shelf.create({ id: newId(), ...words, document })
        if (!answer.ok) return answer.failure
        await cache.invalidateQueries({ queryKey: templatesKey })
        announce(t('saved', { name: words.templateName }))
        onClose()
        return null
      }}
      onClose={onClose}
    />
  )
}
