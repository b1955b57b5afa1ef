/** Saved walks: each runs again after every edit of the process and says whether it still ends as expected. */
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import ErrorOutlined from '@mui/icons-material/ErrorOutlined'
import Button from '@mui/material/Button'
import { useMemo } from 'react'
import { runScenario } from '../../domain/engine/scenarios.ts'
import { scenarioMoment } from '../../domain/lint/scenarioMoment.ts'
import type { Scenario } from '../../domain/process/scenario.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { stageNameOf } from '../../editor/rowNames.ts'
import { say, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { StatusPill } from '../../ui/display/StatusPill.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import styles from './lists.module.css'

export function ScenariosPanel({ onOpen }: { readonly onOpen: (scenario: Scenario) => void }) {
  const t = useText('simulate')
  const editor = useEditor()
  const { document, reference, readOnly } = useEditorState((state) => ({
    document: state.document,
    reference: state.reference,
    readOnly: state.readOnly,
  }))
  const results = useMemo(
    () =>
      Object.values(document.scenarios)
        .sort((a, b) => a.scenarioName.localeCompare(b.scenarioName) || (a.id < b.id ? -1 : 1))
        .map((scenario) => ({
          scenario,
          result: runScenario(document, reference, scenario, scenarioMoment),
        })),
    [document, reference],
  )
  const passed = results.filter(({ result }) => result.passed).length
  const refused = (result: { readonly ok: boolean; readonly reason?: string }) => {
    if (!result.ok) announce(say(result.reason ?? ''))
  }
  const accept = (scenario: Scenario) => {
    const { result } = results.find((one) => one.scenario === scenario) ?? {}
    const lastMove = result?.trail.findLast((entry) => entry.verdict)?.verdict?.outcome
    if (!result?.deal || !lastMove) return
    const expectation = { stage: result.deal.stageId, last_move: lastMove }
    refused(editor.dispatch('saveScenario', { scenario: { ...scenario, expectation } }))
  }
  return (
    <Panel
      title={t('scenarios')}
      level={3}
      flush
      actions={
        results.length > 0 ? (
          <StatusPill
            tone={passed === results.length ? 'success' : 'error'}
            icon={
              passed === results.length ? <CheckCircleOutlined aria-hidden /> : <ErrorOutlined aria-hidden />
            }
          >
            {t('summary', { passed, all: results.length })}
          </StatusPill>
        ) : null
      }
    >
      {results.length === 0 ? (
        <EmptyState level={3} title={t('scenariosNone')}>
          {t('scenariosNoneBody')}
        </EmptyState>
      ) : (
        <ul className={styles.scenarios}>
          {results.map(({ scenario, result }) => {
            const name = scenario.scenarioName.trim() || scenario.id
            return (
              <li key={scenario.id}>
                <div className={styles.scenarioText}>
                  <div className={styles.scenarioName}>
                    <strong>{name}</strong>
                    <StatusPill
                      tone={result.passed ? 'success' : 'error'}
                      icon={
                        result.passed ? <CheckCircleOutlined aria-hidden /> : <ErrorOutlined aria-hidden />
                      }
                    >
                      {t(result.passed ? 'passed' : 'failed')}
                    </StatusPill>
                  </div>
                  <p>
                    {result.why === null
                      ? t('expects', {
                          stage: stageNameOf(document, scenario.expectation.stage),
                          outcome: t(`outcome_${scenario.expectation.last_move}`),
                        })
                      : say(result.why)}
                  </p>
                </div>
                <div className={styles.scenarioActions}>
                  <Button
                    size="small"
                    variant="outlined"
                    aria-label={t('openOf', { name })}
                    onClick={() => onOpen(scenario)}
                  >
                    {t('open')}
                  </Button>
                  {readOnly === null && !result.passed && result.deal ? (
                    <Button
                      size="small"
                      variant="outlined"
                      aria-label={t('acceptOf', { name })}
                      onClick={() => accept(scenario)}
                    >
                      {t('accept')}
                    </Button>
                  ) : null}
                  {readOnly === null ? (
                    <Button
                      size="small"
                      variant="text"
                      aria-label={t('removeOf', { name })}
                      onClick={() => refused(editor.dispatch('removeScenario', { scenarioId: scenario.id }))}
                    >
                      {t('remove')}
                    </Button>
                  ) : null}
                </div>
              </li>
            )
          })}
        </ul>
      )}
    </Panel>
  )
}
