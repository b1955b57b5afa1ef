/** A process told from cover to cover: the whole first, then stage by stage, then what to look up. Pure. */
import type { Problem } from '../../domain/lint/rule.ts'
import { openThreads } from '../../domain/process/comment.ts'
import { mainPath } from '../../domain/process/mainPath.ts'
import { type ProcessDocument, stagesInOrder } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import { stageKind } from '../../domain/process/stage.ts'
import { processToSvg } from '../../interchange/picture/processToSvg.ts'
import { asKept } from '../../text/asKept.ts'
import { language, say, text } from '../../text/index.ts'
import { processSummary } from '../describe.ts'
import { pictureWords } from '../pictureWords.ts'
import { openProblems } from '../problems.ts'
import { stageNameOf, targetNameOf } from '../rowNames.ts'
import { appendix } from './appendix.ts'
import { type Block, chapter, type Handbook, type HandbookOptions } from './blocks.ts'
import { days, percent } from './figures.ts'
import { stageChapter } from './stageChapter.ts'

export function handbookOf(
  document: ProcessDocument,
  reference: ReferenceData,
  options: HandbookOptions,
): Handbook {
  const { process } = document
  const date = new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format(new Date(options.now))
  const stages = stagesInOrder(document)
  const path = mainPath(document).map((id) => stageNameOf(document, id))
  const picture = processToSvg(document, { heading: false, words: pictureWords() })
  const blocks: Block[] = [
    chapter('overview', text('handbook', 'overview')),
    ...(process.description.trim() ? [{ kind: 'text', text: process.description } as const] : []),
    { kind: 'text', text: processSummary({ document, problems: options.found }) },
    ...(path.length > 1
      ? ([
          { kind: 'heading', level: 3, id: 'main-path', text: text('handbook', 'mainPath') },
          { kind: 'list', ordered: true, items: path },
        ] as const)
      : []),
    ...(stages.length === 0
      ? []
      : ([
          chapter('picture', text('handbook', 'picture')),
          {
            kind: 'picture',
            picture,
            words: text('handbook', 'pictureWords', { name: process.processName }),
          },
          chapter('glance', text('handbook', 'glance')),
          glance(document, reference),
          chapter('stages', text('handbook', 'stages')),
          ...stages.flatMap((stage, index) => stageChapter(document, reference, stage, index + 1, options)),
        ] as const)),
    ...appendix(document, reference),
    ...(options.problems ? problems(document, openProblems(options.found)) : []),
    ...(options.comments ? comments(document) : []),
  ]
  return {
    language: language(),
    title: process.processName,
    kind: text('handbook', 'kind'),
    about: [
      options.companyName,
      process.revision === 0
        ? text('handbook', 'unpublished')
        : text('handbook', 'revision', { number: process.revision }),
      text('handbook', 'made', { date }),
    ].filter(Boolean),
    contentsTitle: text('handbook', 'contents'),
    blocks,
  }
}

function glance(document: ProcessDocument, reference: ReferenceData): Block {
  return {
    kind: 'table',
    caption: text('handbook', 'glanceCaption'),
    head: [
      text('handbook', 'stage'),
      text('handbook', 'type'),
      text('handbook', 'probability'),
      text('handbook', 'usualStay'),
      text('handbook', 'longestStay'),
      text('handbook', 'approval'),
    ],
    rows: stagesInOrder(document).map((stage, index) => [
      text('handbook', 'numbered', { number: index + 1, name: stageNameOf(document, stage.id) }),
      text('handbook', `kind_${stageKind(stage)}`),
      percent(stage.defaultProbability),
      days(stage.averageDurationDays),
      days(stage.maxDurationDays),
      stage.requiresApproval
        ? (reference.approvalWorkflows[stage.approvalWorkflowId ?? '']?.workflowName ??
          text('handbook', 'needed'))
        : text('handbook', 'none'),
    ]),
  }
}

function problems(document: ProcessDocument, found: readonly Problem[]): Block[] {
  const title = chapter('problems', text('handbook', 'problems'), true)
  if (found.length === 0) return [title, { kind: 'text', text: text('handbook', 'noProblems') }]
  return [
    title,
    {
      kind: 'table',
      caption: text('handbook', 'problemsCaption'),
      head: [text('handbook', 'place'), text('handbook', 'severity'), text('handbook', 'problem')],
      rows: found.map(({ at, severity, message }) => [
        targetNameOf(document, at.id),
        text('handbook', `severity_${severity}`),
        say(message),
      ]),
    },
  ]
}

function comments(document: ProcessDocument): Block[] {
  const threads = openThreads(document.comments)
  const time = new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' })
  const title = chapter('comments', text('handbook', 'comments'), true)
  if (threads.length === 0) return [title, { kind: 'text', text: text('handbook', 'noComments') }]
  return [
    title,
    ...threads.flatMap(({ id, targetId, comments: said }): Block[] => [
      { kind: 'heading', level: 3, id: `thread-${id}`, text: targetNameOf(document, targetId) },
      {
        kind: 'list',
        ordered: false,
        items: said.map((one) =>
          text('handbook', 'said', {
            name: asKept(one.byName),
            when: time.format(new Date(one.at)),
            words: asKept(one.text),
          }),
        ),
      },
    ]),
  ]
}
