import type { Patch } from '../simulator/bundle.ts';

/** A deliberate bug: what was done wrong, and where. It must be found, or the simulation proves nothing. */
export type Bug = { readonly name: string; readonly patches: readonly Patch[] };

const bug = (name: string, ...patches: readonly [file: string, find: string, replace: string][]): Bug => ({
  name,
  patches: patches.map(([file, find, replace]) => ({ file, find, replace })),
});

const retryOfFreeze = `"MaxDelaySeconds": 60,
          "JitterStrategy": "FULL"
        }
      ],
      "Catch": [
        {
          "ErrorEquals": ["States.ALL"],
          "Assign": {
            "failedStep": "freeze-accounts"
          },
          "Next": "Ask a person"
        }
      ],`;

export const bugs: readonly Bug[] = [
  bug('an event is written without its condition', [
    'case/case-store.ts',
    `          ConditionExpression: 'attribute_not_exists(caseId)',\n`,
    '',
  ]),
  bug('a failed condition is always somebody else’s', [
    'case/case-store.ts',
    'return !refused || refused.Item?.event?.S === canonical(event);',
    'return !refused;',
  ]),
  bug('a failed condition is always our own', [
    'case/case-store.ts',
    'return !refused || refused.Item?.event?.S === canonical(event);',
    'return true;',
  ]),
  bug('the hash of the event before is left out', ['case/case-store.ts', "before: last?.hash ?? ''", "before: ''"]),
  bug('the hash of an event leaves out which one it is', [
    'shared/chain.ts',
    'hash: sha256(canonical(link)),',
    'hash: sha256(canonical({ ...link, seq: 0 })),',
  ]),
  bug('a history runs backwards with a wrong clock', [
    'case/case-store.ts',
    'last && last.at > at ? last.at : at',
    'at',
  ]),
  bug('a repeated command is decided again', [
    'case/case-store.ts',
    'const answered = command && asAfter(events, command);\n        if (answered) return answered;',
    '',
  ]),
  bug('a subject is not claimed', [
    'case/report-store.ts',
    'claimSubject: (customerId: string, subject: string, caseId: string) =>\n      claim(subjectItem(customerId, subject, caseId)),',
    'claimSubject: async (_c: string, _s: string, caseId: string): Promise<Holder> => ({ caseId }),',
  ]),
  bug('a repeated freeze is recorded again', [
    'account/freeze-accounts.ts',
    "if (fact.kind === 'frozen') return current.freeze[fact.data.target] !== 'frozen';",
    "if (fact.kind === 'frozen') return true;",
  ]),
  bug('a freeze is recorded before it is made', [
    'account/freeze-accounts.ts',
    "if (tried.status === 'rejected') return [];",
    "if (tried.status === 'rejected') return [{ kind: 'frozen', data: { target } }];",
  ]),
  bug('cards are forgotten', [
    'account/freeze-accounts.ts',
    'const held = [...accounts.map((account) => account.accountId), ...cards.map((card) => card.cardId)];',
    'const held = accounts.map((account) => account.accountId);',
  ]),
  bug('the Catch of the freeze is forgotten', [
    'case.asl.json',
    retryOfFreeze,
    retryOfFreeze.replace(/"Catch"[\s\S]*/, ''),
  ]),
  bug('a mail is sent before it is claimed', [
    'mail/send-once.ts',
    'await world.mails.claim(claim)',
    "('new' as Awaited<ReturnType<MailWorld['mails']['claim']>>)",
  ]),
  bug('a survey is sent again when its outcome is unknown', [
    'mail/mail.ts',
    "'survey-invitation': 'at-most-once',\n  'survey-reminder': 'at-most-once',\n  'task-reminder': 'at-most-once',\n} as const",
    "'survey-invitation': 'at-least-once',\n  'survey-reminder': 'at-least-once',\n  'task-reminder': 'at-least-once',\n} as const",
  ]),
  bug('the id of a mail depends on the moment', [
    'mail/mail.ts',
    "sha256([about, kind, rung, to].join('|'))",
    "sha256([about, kind, rung, to, Date.now()].join('|'))",
  ]),
  bug('a letter that was refused keeps its claim', [
    'mail/send-once.ts',
    'if (!handedOver || error instanceof MailRefused) await giveBack();',
    '',
  ]),
  bug('the answer of a task is left to the fast path', [
    'case/follow-case.ts',
    '  if (waiting) await answerWait(world, current, waiting);\n',
    '',
  ]),
  bug('an opened case is left to the fast path', [
    'case/follow-case.ts',
    "if (current.status === 'open' || isUnasked(current)) return world.workflow.start(current);",
    '',
  ]),
  bug('the token is kept after the history is read', [
    'task/answer-wait.ts',
    `  const awaited = await world.waits.put(caseId, waiting, { token: taskToken, turn }, change.at);
  if (!awaited) return; // a later attempt has taken over, and does the rest
  const current = await cases.change(caseId, change, decide);
  await answerWait(world, current, waiting);`,
    `  const current = await cases.change(caseId, change, decide);
  await answerWait(world, current, waiting);
  await world.waits.put(caseId, waiting, { token: taskToken, turn }, change.at);`,
  ]),
  bug('the first token is kept, not the latest', [
    'task/wait-store.ts',
    "'attribute_not_exists(turn) OR turn <= :turn'",
    "'attribute_not_exists(turn) OR turn > :turn'",
  ]),
  bug('an attempt that was given up keeps its token', [
    'task/wait-store.ts',
    "'attribute_not_exists(turn) OR turn <= :turn'",
    "'attribute_not_exists(turn) OR attribute_exists(turn) OR turn <= :turn'",
  ]),
  bug('a token is forgotten before the run has its answer', [
    'task/answer-wait.ts',
    '  const told = await answerRun(runs, token, answer);\n  await waits.forget(current.caseId, waiting, token);',
    '  await waits.forget(current.caseId, waiting, token);\n  const told = await answerRun(runs, token, answer);',
  ]),
  bug('a task that was opened is opened again', [
    'task/open-task.ts',
    '  if (current.tasks.some((one) => one.taskId === task.taskId)) return [];\n',
    '',
  ]),
  bug('an old row replaces a new one', [
    'case/case-view-store.ts',
    "ConditionExpression: 'attribute_not_exists(pk) OR seq < :seq',",
    "ConditionExpression: 'attribute_not_exists(pk) OR seq <> :seq',",
  ]),
  bug('an answer that comes too late counts', [
    'survey/answer-survey.ts',
    "surveyState(current, asking, at) === 'expired';",
    'false;',
  ]),
  bug('a reminder is not counted', [
    'reminder/record-reminder.ts',
    ' || !isAbove(rung.id, heightOf(task))) return [];',
    ') return [];',
  ]),
  bug('nobody takes over a run that died', [
    'task/take-over-run.event.ts',
    "return askAPerson('case-run', run, at, { cycle })(current);",
    'return [];',
  ]),
  bug(
    'a run that died is not started again',
    ['case/follow-case.ts', "  kind === 'run-restarted' ||\n", ''],
    ['case/take-answer.ts', 'if (restarted.attempt > current.attempt) await world.workflow.start(restarted);', ''],
  ),
  bug('a case is taken up again though another goes on with it', [
    'case/reopen-case.ts',
    "status === 'none' || whatFollows(current)) return [];",
    "status === 'none') return [];",
  ]),
  bug('the runs of a cancelled case go on', [
    'case/follow-case.ts',
    'if (current.cycle > 1 || isPast(current, current.cycle)) await endRuns(world, current, events);',
    '',
  ]),
  bug('an approval is given by the one who asked', [
    'approval/decide-approval.ts',
    'if (approval.requestedBy === caller.id) throw new OwnApproval(approvalId);',
    '',
  ]),
  bug('what was unfrozen is unfrozen again by a repetition', [
    'approval/approval.ts',
    'isHeld(current)(target) && !lifted.includes(target))',
    'isHeld(current)(target) && lifted)',
  ]),
  bug('a complaint is closed without a decision', [
    'complaint/complaint.ts',
    "if (!response && !current.settled.includes('respond-to-complaint')) return ['the complaint has not been answered'];",
    'if (!response) return [];',
  ]),
  bug('a complaint is rejected by one person', [
    'complaint/approve-rejection.ts',
    "responseTo(current)?.outcome !== 'complaint-rejected') return [];",
    'of) return [];',
  ]),
  bug('a key is taken for another request', [
    'case/case-store.ts',
    '  if (events[last]?.command?.hash !== command.hash) throw new IdempotencyKeyReused();\n',
    '',
  ]),
  bug('what is new is forgotten before it is counted', [
    'report/roll-up.ts',
    '    for (const day of new Set(counted.flatMap(({ days }) => days))) await countDay(world.results, day);\n    await sideBySide(counted, world.news.forget);\n',
    '    await sideBySide(counted, world.news.forget);\n    for (const day of new Set(counted.flatMap(({ days }) => days))) await countDay(world.results, day);\n',
  ]),
  bug('a digest is sent every hour', [
    'reminder/digest.ts',
    "mailId('digest', 'task-reminder', dateOf(today - ago), to)",
    "mailId('digest', 'task-reminder', dateOf(today - ago) + at.slice(10, 13), to)",
  ]),
  bug('nobody takes over a survey that died', [
    'task/take-over-run.event.ts',
    "if (isSurveyRun(run)) return askAPerson('survey-customer', run, at, { cycle })(current);",
    'if (isSurveyRun(run)) return [];',
  ]),
  bug('the number of a card is kept', ['customer/text.ts', 'text: maskCardNumbers(text),', 'text,']),
  bug('an event says what somebody wrote', ['customer/text.ts', '.${commitmentOf(kept)}`', '.${kept.text}`']),
  bug('a mail that is refused leaves its reader in the log', [
    'reminder/remind.ts',
    'error: error instanceof Error ? error.name : typeof error',
    'error: String(error instanceof Error ? (error.cause ?? error) : typeof error)',
  ]),
  bug('a record that failed leaves its reader in the log', [
    'shared/stream.ts',
    'const name = error instanceof Error ? error.name : typeof error;',
    'const name = String(error instanceof Error ? (error.cause ?? error) : typeof error);',
  ]),
  bug('a run at its close is not told that the last work is done', [
    'task/wait.ts',
    '  return task && waitingFor.work(current.cycle);\n',
    '  return undefined;\n',
  ]),
  bug(
    'a step that a person has seen to is waited for',
    ['task/wait.ts', 'return done || isInvestigationSettled(current) ?', 'return done ?'],
    ['task/wait.ts', "current.settled.includes('triage') ? { outcome: 'over' } : undefined", 'undefined'],
    ['task/wait.ts', 'settled ? { outcome: goesOn[stage] } : undefined', 'undefined'],
  ),
];
