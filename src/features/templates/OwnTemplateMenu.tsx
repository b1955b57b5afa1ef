import MoreHoriz from '@mui/icons-material/MoreHoriz'
import { useState } from 'react'
import type { ProcessTemplates } from '../../data/api/processTemplates.ts'
import type { CompanyTemplate } from '../../domain/templates/companyTemplate.ts'
import { useText } from '../../text/index.ts'
import { ActionMenu } from '../../ui/actions/ActionMenu.tsx'
import { ToolButton } from '../../ui/actions/ToolButton.tsx'
import { announce } from '../../ui/announcer/index.ts'
import { ConfirmDialog } from '../../ui/feedback/ConfirmDialog.tsx'
import { TemplateForm } from './TemplateForm.tsx'

interface OwnTemplateMenuProps {
  readonly template: CompanyTemplate
  readonly shelf: ProcessTemplates
  readonly onChanged: () => void
}

/** Rename, describe, delete a template of the company. */
export function OwnTemplateMenu({ template, shelf, onChanged }: OwnTemplateMenuProps) {
  const t = useText('templates')
  const [dialog, setDialog] = useState<'edit' | 'delete' | null>(null)
  const [busy, setBusy] = useState(false)
  const name = template.templateName
  const close = () => setDialog(null)
  const remove = async () => {
    setBusy(true)
    const answer = await shelf.remove(template.id)
    setBusy(false)
    close()
    onChanged()
    if (answer.ok) announce(t('deleted', { name }))
    else announce(t('deleteFailed', { why: answer.failure.message }))
  }
  return (
    <>
      <ActionMenu
        label={t('actionsOf', { name })}
        actions={[
          { id: 'edit', label: t('edit'), run: () => setDialog('edit') },
          null,
          { id: 'delete', label: t('delete'), danger: true, run: () => setDialog('delete') },
        ]}
        button={({ onClick, 'aria-expanded': expanded }) => (
          <ToolButton
            size="small"
            label={t('actionsOf', { name })}
            icon={<MoreHoriz />}
            expanded={expanded}
            onClick={onClick}
          />
        )}
      />
      {dialog === 'edit' ? (
        <TemplateForm
          title={t('editTitle')}
          confirm={t('save')}
          given={template}
          onSave={async (words) => {
            const answer = await shelf.change(template.id, words)
            if (!answer.ok) return answer.failure
            onChanged()
            announce(t('changed', { name: words.templateName }))
            close()
            return null
          }}
          onClose={close}
        />
      ) : null}
      <ConfirmDialog
        open={dialog === 'delete'}
        title={t('deleteTitle', { name })}
        confirmLabel={t('deleteConfirm')}
        danger
        busy={busy}
        onConfirm={() => void remove()}
        onClose={close}
      >
        {t('deleteBody')}
      </ConfirmDialog>
    </>
  )
}
