/** Beside a field: where its value comes from, told when asked, with the way back to what was published. */
import History from '@mui/icons-material/History'
import Button from '@mui/material/Button'
import { type KeyboardEvent, use, useId, useState } from 'react'
import type { DatedBeginning } from '../../../domain/process/beginning.ts'
import { fieldValueInWords } from '../../../editor/fieldValue.ts'
import { isChanged, type Origin, originOf, type Subject, valueAt } from '../../../editor/provenance.ts'
import { useEditor, useEditorState } from '../../../editor/react.ts'
import { language, say, useText } from '../../../text/index.ts'
import { announce } from '../../../ui/announcer/index.ts'
import { SubjectContext, useAround } from '../around.ts'
import { PublishedBy } from './PublishedBy.tsx'
import { putBack } from './putBack.ts'
import styles from './whereFrom.module.css'

interface WhereFromProps {
  readonly field: string
  /** What the field is called. */
  readonly name: string
}

export function WhereFrom({ field, name }: WhereFromProps) {
  const subject = use(SubjectContext)
  const known = useEditorState(
    ({ document }) => subject !== null && valueAt(document, subject, field) !== undefined,
  )
  return subject !== null && known ? <Disclosure subject={subject} field={field} name={name} /> : null
}

function Disclosure({ subject, field, name }: WhereFromProps & { readonly subject: Subject }) {
  const t = useText('provenance')
  const id = useId()
  const { tellsOrigins } = useAround()
  const changed = useEditorState((state) => isChanged(state, subject, field))
  const [open, setOpen] = useState(false)
  const close = (event: KeyboardEvent) => {
    if (!open || event.key !== 'Escape') return
    event.preventDefault()
    setOpen(false)
    document.getElementById(id)?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from any control inside
    <div className={styles.whereFrom} data-where-from onKeyDown={close}>
      <button
        type="button"
        id={id}
        className={styles.button}
        data-changed={changed || undefined}
        data-shown={changed || tellsOrigins || open || undefined}
        // Only what has something to tell is a stop on the way through the form.
        tabIndex={changed || tellsOrigins || open ? 0 : -1}
        aria-label={t(changed ? 'buttonChanged' : 'button', { field: name })}
        title={t(changed ? 'changedHere' : 'button', { field: name })}
        aria-expanded={open}
        aria-controls={open ? `${id}-told` : undefined}
        onClick={() => setOpen(!open)}
      >
        <History aria-hidden />
      </button>
      {open ? (
        <div id={`${id}-told`} className={styles.told}>
          <Told subject={subject} field={field} />
        </div>
      ) : null}
    </div>
  )
}

const moment = (at: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))

function Told({ subject, field }: { readonly subject: Subject; readonly field: string }) {
  const t = useText('provenance')
  const state = useEditorState(({ document, base, beginning, undoStack }) => ({
    document,
    base,
    beginning,
    undoStack,
  }))
  const origin = originOf(state, subject, field)
  switch (origin.kind) {
    case 'changed':
      return (
        <>
          <p>
            <strong>{t('changedHereAt', { at: moment(origin.last.at) })}</strong>
          </p>
          <p>
            {t('step', { label: origin.last.label })}
            {origin.steps > 1 ? ` ${t('moreSteps', { count: origin.steps - 1 })}` : ''}
          </p>
          <WasNow origin={origin} subject={subject} field={field} />
          <PublishedBy subject={subject} field={field} />
        </>
      )
    case 'differs':
      return (
        <>
          <p>{t('differs', { revision: origin.revision })}</p>
          <WasNow origin={origin} subject={subject} field={field} />
          <PublishedBy subject={subject} field={field} />
        </>
      )
    case 'added':
      return (
        <>
          <p>{t('addedHere', { at: moment(origin.by.at) })}</p>
          <p>{t('step', { label: origin.by.label })}</p>
        </>
      )
    case 'published':
      return <PublishedBy subject={subject} field={field} />
    case 'start':
      if (origin.beginning) return <Begun from={origin.beginning} />
      return <p>{origin.at === null ? t('start') : t('startAt', { at: moment(origin.at) })}</p>
  }
}

function Begun({ from }: { readonly from: DatedBeginning }) {
  const t = useText('provenance')
  const at = moment(from.at)
  const source =
    from.kind === 'import'
      ? t('import', { files: from.files, format: t(`format_${from.format}`) })
      : t(from.kind, { name: say(from.name) })
  return (
    <>
      <p>
        <strong>{source}</strong>
      </p>
      <p>{t(from.stepByStep ? 'begunStepByStep' : 'begun', { at })}</p>
    </>
  )
}

function WasNow({
  origin,
  subject,
  field,
}: {
  readonly origin: Extract<Origin, { kind: 'changed' | 'differs' }>
  readonly subject: Subject
  readonly field: string
}) {
  const t = useText('provenance')
  const editor = useEditor()
  const { document, reference, readOnly } = useEditorState((state) => ({
    document: state.document,
    reference: state.reference,
    readOnly: state.readOnly,
  }))
  const words = (value: unknown) => fieldValueInWords(field, value, document, reference)
  const call = readOnly === null ? putBack(subject, field, origin.was, document) : null
  return (
    <>
      <dl>
        <dt>{t('was')}</dt>
        <dd>{words(origin.was)}</dd>
        <dt>{t('now')}</dt>
        <dd>{words(origin.now)}</dd>
      </dl>
      {call ? (
        <Button
          size="small"
          variant="outlined"
          onClick={() => {
            const done = editor.run(call)
            if (!done.ok) announce(t('putBackNot', { reason: say(done.reason) }))
          }}
        >
          {t('putBack')}
        </Button>
      ) : null}
    </>
  )
}
