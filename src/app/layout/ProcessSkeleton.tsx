/** A process on its way, in the shape of the place that comes: its bar, and what stands under it. */
import { text, useText } from '../../text/index.ts'
import { Bone } from '../../ui/feedback/Bone.tsx'
import { useLocation } from '../../ui/routing/place.ts'
import { useComesFirst } from '../../ui/whenIdle.ts'
import { views } from '../addresses.ts'
import { Brand } from './Brand.tsx'
import layout from './layout.module.css'
import styles from './processSkeleton.module.css'

export function ProcessSkeleton() {
  const t = useText('app')
  const { pathname } = useLocation()
  useComesFirst(true)
  return (
    <>
      <header className={layout.bar}>
        <Brand compact />
        <Bone width={168} height={14} />
        <div className={styles.tabs} aria-hidden>
          {views.map((view) => (
            <Bone key={view} width={56} height={12} />
          ))}
        </div>
        <Bone width={84} height={32} />
      </header>
      <main id="main" className={styles.main} data-fill>
        <h1 className="sr-only">{t('openingTitle')}</h1>
        <div
          role="status"
          aria-label={text('ui', 'loading', { what: t('openingProcess') })}
          className={styles.place}
        >
          {pathname.endsWith('/design') ? <Canvas /> : <Rows />}
        </div>
      </main>
    </>
  )
}

const Canvas = () => (
  <>
    <div className={styles.palette}>
      <Lines />
    </div>
    <div className={styles.canvas} />
    <div className={styles.details}>
      <Lines />
      <Lines />
    </div>
  </>
)

const Rows = () => (
  <div className={styles.rows}>
    <Bone width="min(240px, 60%)" height={32} />
    <Lines />
    <Lines />
    <Lines />
  </div>
)

const Lines = () => (
  <>
    <Bone width="80%" height={12} />
    <Bone width="60%" height={12} />
    <Bone width="72%" height={12} />
    <Bone width="54%" height={12} />
  </>
)
