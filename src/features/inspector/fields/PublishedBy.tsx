/** Which revision published a value, and who: looked up when the disclosure opens, revision by revision. */
import Button from '@mui/material/Button'
import { useEffect, useState } from 'react'
import type { Subject } from '../../../editor/provenance.ts'
import { useEditorState } from '../../../editor/react.ts'
import { type Trace, tracePublished } from '../../../editor/tracePublished.ts'
import { asKept } from '../../../text/asKept.ts'
import { language, say, useText } from '../../../text/index.ts'
import { useAround } from '../around.ts'

type Looking = Trace | { readonly kind: 'looking'; readonly revision: number }

export function PublishedBy({ subject, field }: { readonly subject: Subject; readonly field: string }) {
  const t = useText('provenance')
  const ui = useText('ui')
  const revision = useEditorState(({ base }) => base?.process.revision ?? 0)
  const { readRevision } = useAround()
  const [from, setFrom] = useState(revision)
  const [attempt, setAttempt] = useState(0)
  const [told, setTold] = useState<Looking>({ kind: 'looking', revision })

  // The backend is outside React; closing the disclosure ends the walk.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads the same again
  useEffect(() => {
    if (!readRevision || from === 0) return
    const ended = new AbortController()
    setTold({ kind: 'looking', revision: from })
    void tracePublished(readRevision, subject, field, from, {
      signal: ended.signal,
      onLook: (looked) => setTold({ kind: 'looking', revision: looked }),
    }).then((trace) => {
      if (!ended.signal.aborted) setTold(trace)
    })
    return () => ended.abort()
  }, [readRevision, subject, field, from, attempt])

  if (revision === 0) return null
  if (!readRevision) return <p>{t('offline')}</p>
  switch (told.kind) {
    case 'looking':
      return <p role="status">{t('looking', { revision: told.revision })}</p>
    case 'found': {
      const at = new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(
        new Date(told.revision.at),
      )
      const { by, reason } = told.revision
      return (
        <div role="status">
          <p>
            <strong>{t('published')}</strong>
          </p>
          <p>{t('publishedBy', { revision: told.revision.revision, at, name: asKept(by.name) })}</p>
          {reason ? <q>{reason}</q> : null}
        </div>
      )
    }
    case 'unchanged':
      return (
        <>
          <p role="status">{t('publishedNoLater', { revision: told.since })}</p>
          <Button size="small" variant="text" onClick={() => setFrom(told.since)}>
            {t('lookFurther')}
          </Button>
        </>
      )
    case 'failed':
      return (
        <>
          <p role="status">{t('failed', { why: say(told.why) })}</p>
          <Button size="small" variant="text" onClick={() => setAttempt(attempt + 1)}>
            {ui('retry')}
          </Button>
        </>
      )
  }
}
