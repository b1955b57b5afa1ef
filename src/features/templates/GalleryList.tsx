import Search from '@mui/icons-material/Search'
import Button from '@mui/material/Button'
import { pictureOf } from '../../editor/picture.ts'
import { say, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { Failed } from '../../ui/feedback/Failed.tsx'
import { SkeletonRows } from '../../ui/feedback/SkeletonRows.tsx'
import { SelectField, TextField } from '../../ui/forms/index.ts'
import { MiniPicture } from '../../ui/graph/MiniPicture.tsx'
import type { GalleryEntry, GalleryQuery } from './galleryEntry.ts'
import styles from './templates.module.css'
import type { OwnTemplates } from './useOwnTemplates.ts'

interface GalleryListProps {
  readonly all: readonly GalleryEntry[]
  readonly found: readonly GalleryEntry[]
  readonly own: OwnTemplates
  readonly query: GalleryQuery
  readonly onQuery: (query: GalleryQuery) => void
  readonly chosen: GalleryEntry | null
  readonly onChoose: (entry: GalleryEntry) => void
}

const everything: GalleryQuery = { search: '', show: 'all' }

/** Search, industry, and the templates as one choice: arrows go through them. */
export function GalleryList({ all, found, own, query, onQuery, chosen, onChoose }: GalleryListProps) {
  const t = useText('templates')
  const categories = [...new Set(all.map((entry) => entry.category))].filter(Boolean).sort()
  const sayCount = () => announce(t('shown', { count: found.length }), { topic: 'templates' })
  const ready = { title: t('ready'), isOwn: false, entries: found.filter((entry) => entry.own === null) }
  const mine = { title: t('own'), isOwn: true, entries: found.filter((entry) => entry.own !== null) }
  // What the company has none of does not stand above what there is.
  const groups = mine.entries.length > 0 ? [mine, ready] : [ready, mine]
  // A heading over nothing says nothing, unless it is why there is nothing.
  const filteredAway = !own.kept && own.templates.length > 0
  return (
    <div className={styles.side}>
      <search className={styles.controls} onBlur={sayCount}>
        <TextField
          label={t('search')}
          hideLabel
          type="search"
          placeholder={t('search')}
          value={query.search}
          start={<Search aria-hidden fontSize="inherit" />}
          onChange={(event) => onQuery({ ...query, search: event.target.value })}
        />
        <SelectField
          label={t('category')}
          hideLabel
          value={query.show}
          options={[
            { value: 'all', label: t('allCategories') },
            { value: 'own', label: t('own') },
            ...categories.map((category) => ({ value: `in ${category}`, label: category })),
          ]}
          onChange={(event) => onQuery({ ...query, show: event.target.value })}
        />
      </search>
      <div className={styles.list}>
        {groups.map(({ title, isOwn, entries }) => (
          <fieldset
            key={title}
            className={styles.group}
            hidden={entries.length === 0 && (!isOwn || filteredAway)}
          >
            <legend>{title}</legend>
            {entries.map((entry) => (
              <label key={entry.key} className={styles.entry}>
                <input
                  type="radio"
                  name="template"
                  checked={entry.key === chosen?.key}
                  onChange={() => onChoose(entry)}
                />
                <span className={styles.thumb}>
                  <MiniPicture {...pictureOf(entry.document)} />
                </span>
                <span className={styles.entryWords}>
                  <strong>{entry.name}</strong>
                  <small>{entry.category}</small>
                </span>
              </label>
            ))}
            {isOwn ? <OwnState own={own} query={query} /> : null}
          </fieldset>
        ))}
        {found.length === 0 ? (
          <div className={styles.none}>
            <p>{t('none')}</p>
            <Button variant="outlined" size="small" onClick={() => onQuery(everything)}>
              {t('clear')}
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  )
}

/** Why there is nothing, or not everything, under the company's own. */
function OwnState({ own, query }: { readonly own: OwnTemplates; readonly query: GalleryQuery }) {
  const t = useText('templates')
  if (own.state === 'loading') return <SkeletonRows what={t('own')} rows={2} />
  if (own.state === 'failed')
    return <Failed tone="warning" title={t('ownFailed', { why: say(own.why) })} onRetry={own.reload} />
  if (own.kept) return <p className={styles.hint}>{t('ownKept')}</p>
  const unfiltered = query.search === '' && !query.show.startsWith('in ')
  return own.templates.length === 0 && unfiltered ? <p className={styles.hint}>{t('ownEmpty')}</p> : null
}
