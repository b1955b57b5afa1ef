/** Which way out of a draft is chosen, what it still needs, and what became of asking. */
import { useEffect, useState } from 'react'
import type { PublishRequestSummary } from '../../contract/publishRequests.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { say, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { type ReviewPort, type ReviewSituation, type Way, waysOut } from './review.ts'
import { momentAt } from './zonedTime.ts'

interface Given {
  readonly review: ReviewPort | undefined
  readonly permissions: readonly string[]
  readonly hasNetwork: boolean
  readonly reason: string
}

export function useWayOut({ review, permissions, hasNetwork, reason }: Given) {
  const t = useText('publish')
  const situation = useSituation(review)
  const reachable = hasNetwork ? situation : null
  const ways = waysOut(permissions, reachable)
  const [chosen, setWay] = useState<Way>('now')
  const way = ways.includes(chosen) ? chosen : (ways[0] ?? 'now')
  const [at, setAt] = useState('')
  const [attempts, setAttempts] = useState(0)
  const tried = attempts > 0
  const [asked, setAsked] = useState<PublishRequestSummary | null>(null)
  const [asking, setAsking] = useState(false)
  const [notAsked, setNotAsked] = useState<string | null>(null)
  const moment = way === 'now' ? null : momentAt(at, situation?.timeZone ?? 'UTC')
  const toCome = moment !== null && moment > new Date().toISOString()
  const atMissing = way !== 'now' && (way === 'later' || at !== '') && !toCome
  const reasonMissing = way !== 'now' && reason === ''
  const whyReason = t(way === 'later' ? 'reasonMissingLater' : 'reasonMissing')

  return {
    ways,
    way,
    setWay,
    at,
    setAt,
    /** Null where there is nothing to choose. */
    situation: reachable ?? null,
    lookedUp: situation !== undefined || !hasNetwork,
    atMissing: tried && atMissing,
    /** What is wrong with the reason; null where nothing is, or nobody has tried yet. */
    reasonFault: tried && reasonMissing ? whyReason : null,
    /** How often it was tried in vain. */
    attempts,
    asked,
    asking,
    /** Why the server refused; null while it did not. */
    notAsked,
    async ask(document: ProcessDocument, baseRevision: number) {
      if (reasonMissing || atMissing) {
        setAttempts(attempts + 1)
        return announce(atMissing ? t('atMissing') : whyReason)
      }
      if (asking || !review) return
      setAsking(true)
      setNotAsked(null)
      const answer = await review.ask({
        document,
        baseRevision,
        reason,
        publishAt: moment,
        review: way === 'review',
        renews: way === 'review' ? (situation?.mine?.number ?? null) : null,
      })
      setAsking(false)
      if (answer.ok) return setAsked(answer.value)
      const why = say(answer.failure.message)
      setNotAsked(why)
      announce(`${t('notAsked')} ${why}`)
    },
  }
}

/** `undefined` while it is looked up. */
function useSituation(review: ReviewPort | undefined): ReviewSituation | null | undefined {
  const situation = review?.situation
  const [known, setKnown] = useState<ReviewSituation | null | undefined>(situation ? undefined : null)
  useEffect(() => {
    if (!situation) return
    let asked = true
    void situation().then((answer) => {
      if (asked) setKnown(answer)
    })
    return () => {
      asked = false
    }
  }, [situation])
  return known
}
