import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@mui/material/Button'
import { useId, useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import type { Failure } from '../../data/api/failure.ts'
import type { TemplateWords } from '../../data/api/processTemplates.ts'
import { industries } from '../../domain/templates/index.ts'
import { say, text, useText } from '../../text/index.ts'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { formErrors } from '../../ui/forms/formErrors.ts'
import { ErrorSummary, TextField } from '../../ui/forms/index.ts'
import styles from './templates.module.css'

interface TemplateFormProps {
  readonly title: string
  readonly lead?: string
  readonly confirm: string
  readonly given: TemplateWords
  /** The failure where it was not saved; null where it was, and then the dialog is closed by whoever opened it. */
  readonly onSave: (words: TemplateWords) => Promise<Failure | null>
  readonly onClose: () => void
}

const idOf = (field: string) => `template-${field}`
const fields = ['templateName', 'description', 'category'] as const

const schema = z.object({
  templateName: z
    .string()
    .trim()
    .min(1, { error: () => text('templates', 'nameMissing') })
    .max(100, { error: () => text('templates', 'nameLong') }),
  description: z
    .string()
    .trim()
    .max(1_000, { error: () => text('templates', 'descriptionLong') }),
  category: z
    .string()
    .trim()
    .max(60, { error: () => text('templates', 'categoryLong') }),
})

/** Name, description and industry of a template. What the backend refuses stands in the form, and nothing is lost. */
export function TemplateForm({ title, lead, confirm, given, onSave, onClose }: TemplateFormProps) {
  const t = useText('templates')
  const listId = useId()
  const [failure, setFailure] = useState<string | null>(null)
  const form = useForm({ resolver: zodResolver(schema), defaultValues: given, shouldFocusError: false })
  const { errors, submitCount, isSubmitting } = form.formState
  const save = form.handleSubmit(async (words) => {
    setFailure(null)
    const refused = await onSave(words)
    if (refused === null) return
    const taken = refused.kind === 'problem' && refused.code === 'ALREADY_EXISTS'
    if (taken) form.setError('templateName', { message: t('nameTaken', { name: words.templateName }) })
    else setFailure(t('failed', { why: refused.message }))
  })
  const shown = [
    ...formErrors(errors, [...fields], idOf),
    ...(failure === null ? [] : [{ field: '', message: failure }]),
  ]
  return (
    <HouseDialog
      open
      title={title}
      description={lead}
      onClose={onClose}
      onSubmit={(event) => void save(event)}
      actions={
        <>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={isSubmitting}>
            {confirm}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <ErrorSummary errors={shown} attempt={submitCount} />
        <TextField
          {...form.register('templateName')}
          id={idOf('templateName')}
          label={t('name')}
          required
          autoFocus
          maxLength={100}
          autoComplete="off"
          error={errors.templateName?.message}
        />
        <TextField
          {...form.register('description')}
          id={idOf('description')}
          label={t('description')}
          rows={3}
          error={errors.description?.message}
        />
        <TextField
          {...form.register('category')}
          id={idOf('category')}
          label={t('category')}
          help={t('categoryHelp')}
          maxLength={60}
          autoComplete="off"
          list={listId}
          error={errors.category?.message}
        />
        <datalist id={listId}>
          {industries.map((industry) => (
            <option key={industry} value={say(industry)} />
          ))}
        </datalist>
      </div>
    </HouseDialog>
  )
}
