import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { circleIn, importsOf, reachedFrom, valueImportsOf } from './source/imports.ts';
import { files, isEntry, read, sources, topLevel } from './source/tree.ts';

const folders = ['.ci', 'bench', 'client', 'docs', 'functions', 'infra', 'local', 'statemachines', 'test'];
const words = ['LICENSE', 'README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'];
const settings = ['.editorconfig', '.gitignore', '.npmrc', '.nvmrc', 'biome.json', 'cdk.json', 'tsconfig.json'];
const node = ['package.json', 'package-lock.json', 'vitest.config.ts'];

const inFunctions = sources().filter((file) => file.startsWith('functions/'));
const entries = inFunctions.filter(isEntry);
const outside = /-(store|gateway|mail|workflow)\.ts$/;

describe('the tree', () => {
  test('has nothing at its top that the design does not know', () => {
    expect(topLevel().filter((name) => ![...folders, ...words, ...settings, ...node].includes(name))).toEqual([]);
  });

  test('has file names in kebab-case, whose suffix says who calls them', () => {
    const kebab =
      /^[a-z0-9]+(-[a-z0-9]+)*(\.(api|step|schedule|stream|event|contract|test|property\.test|config))?\.tsx?$/;
    expect(sources().filter((file) => !kebab.test(basename(file)))).toEqual([]);
    expect(sources().filter((file) => /\.(api|step|schedule|stream|event)\.ts$/.test(file) && !isEntry(file))).toEqual(
      [],
    );
  });

  test('has no drawers: each file is named for what it does', () => {
    const drawer = /(^|[/-])(utils?|helpers?|common|manager|misc|index)(\.ts|\/)/;
    // What stands in for a package is named as the package is.
    const ours = sources().filter((file) => !file.startsWith('test/faults/stand-ins/'));
    expect(ours.filter((file) => drawer.test(file))).toEqual([]);
  });

  test('has no barrels: a name comes from the file that makes it', () => {
    expect(sources().filter((file) => /^export (\*|\{[^}]*\}|type \{[^}]*\}) from '\./m.test(read(file)))).toEqual([]);
  });

  test('has small files: at most 150 lines with something on them, a test 250', () => {
    const written = sources().filter((file) => file !== 'client/operations.ts'); // made from the contract
    const tooLong = written.filter((file) => {
      const lines = read(file)
        .split('\n')
        .filter((line) => line.trim() !== '');
      return lines.length > (file.startsWith('test/') ? 250 : 150);
    });
    expect(tooLong).toEqual([]);
  });
});

describe('an entry', () => {
  // Imports, comments and lines with closing brackets only are not what makes an entry hard to read.
  const codeOf = (file: string) =>
    read(file)
      .replace(/^import [^;]*;$/gm, '')
      .split('\n')
      .filter((line) => !/^\s*(\/\/.*|\/?\*.*|[\])}>;,]*)$/.test(line));

  test('has at most twenty lines of code: it reads the environment, makes its world and hands over', () => {
    expect(entries.filter((file) => codeOf(file).length > 20)).toEqual([]);
  });

  test('offers its handler and nothing else, and nothing but an entry has one', () => {
    for (const file of inFunctions) {
      const exported = [...read(file).matchAll(/^export (?:const|function|class|async function) (\w+)/gm)];
      const names = exported.map(([, name]) => name);
      if (isEntry(file)) expect(names, file).toEqual(['handler']);
      else expect(names, file).not.toContain('handler');
    }
  });

  test('is imported by nobody', () => {
    const importing = sources()
      .filter((file) => !file.startsWith('test/'))
      .flatMap(importsOf);
    expect(importing.filter(({ target }) => isEntry(target))).toEqual([]);
  });
});

describe('imports', () => {
  test('never go in a circle', () => {
    expect(circleIn(sources())).toBeUndefined();
  });

  test('of the functions stay with the functions', () => {
    const leaving = inFunctions.flatMap(importsOf).filter(({ target }) => /^(infra|local|test|bench)\//.test(target));
    expect(leaving).toEqual([]);
  });

  test('of the infrastructure take from the functions what describes them, and nothing that runs in them', () => {
    const taken = sources()
      .filter((file) => file.startsWith('infra/'))
      .flatMap(importsOf);
    const from = taken.map(({ target }) => target).filter((target) => target.startsWith('functions/'));
    expect([...new Set(from)].sort()).toEqual([
      'functions/shared/account-system.ts',
      'functions/shared/caller.ts',
      'functions/shared/env.ts',
      'functions/shared/sign-in.ts',
    ]);
  });

  test('of the SDK are made where the outside world begins; a type may be named anywhere', () => {
    const inside = inFunctions.filter((file) => !outside.test(file) && !file.startsWith('functions/shared/'));
    const bought = inside.flatMap(valueImportsOf).filter(({ target }) => target.startsWith('@aws-sdk/'));
    expect(bought).toEqual([]);
  });

  test('of clients and of the environment stand in entries: everything else is handed its world', () => {
    const worlds = ['functions/shared/clients.ts', 'functions/shared/env.ts'];
    const others = inFunctions.filter((file) => !isEntry(file) && !file.startsWith('functions/shared/'));
    expect(others.flatMap(valueImportsOf).filter(({ target }) => worlds.includes(target))).toEqual([]);
  });

  test('of what is promised to clients stay out of what runs: a function carries no documentation', () => {
    const promised = /\.contract\.ts$|-shape\.ts$|^functions\/contract\/(contract|example)\.ts$/;
    const carried = entries.flatMap((file) => [...reachedFrom(file)].filter((reached) => promised.test(reached)));
    expect(carried).toEqual([]);
  });

  test('of another concept take the concept, its outside world, or what it offers', () => {
    // Besides `<concept>.ts` and its stores; whoever adds a line here says that others may build on it.
    const offered = [
      'case/case-fact.ts', // the facts are the language that all concepts speak
      'case/fact.ts', // and each tells its own in one form
      'task/task-fact.ts', // what happens to tasks is a part of the case's facts
      'case/access.ts', // who may see a case decides who may see what hangs on it
      'case/note.ts', // what somebody notes is kept in one way
      'task/ask-a-person.ts', // whatever fails for good becomes a task
      'task/failed-step.ts', // and what hangs on it depends on what failed
      'approval/carry-out.ts', // the stream carries out what two people agreed on
      'task/open-task.ts', // whoever needs a person asks for one in the same way
      'task/wait.ts', // a run may wait for a customer, too
      'task/answer-wait.ts',
      'sla/clock-teller.ts', // the stream tells when what was promised may be due otherwise
      'sla/moves-promise.ts', // and a reminder is untrue once it may
      'calendar/business-time.ts', // what is promised is counted in the hours people work
      'calendar/zone.ts', // a day begins and ends by the clocks of a place
      'calendar/shipped-calendars.ts', // and in these until somebody saves others
      'sla/sla-event.ts', // whether a promise was kept is asked of its clocks
      'sla/sla-clock.ts',
      'sla/sla-policies.ts',
      'calendar/zone.ts', // and what the clocks show where somebody is
      'mail/send-once.ts', // every mail goes out this way
      'survey/survey-fact.ts', // what a history says of surveys is a part of the case's facts
      'survey/consent.ts', // a complaint about a mail ends surveys
      'customer/must-be-own.ts', // and customers say so about themselves
      'survey/tell-others.ts', // the stream tells others what was answered
      'survey/go-on-with-survey.ts', // and goes on with a survey whose run died, as somebody says
      'survey/plan-survey.ts', // closing a case plans when its customer is asked
      'reconcile/reconcile-fact.ts', // and of what was repaired
      'report/business-metrics.ts', // what happens is counted where it passes
      'case/open-work.ts', // who waits for nobody should be at work
      'observation/unanswered-promises.ts', // and what happens to a broken promise, where its clocks are read
      'observation/found-in-event.ts', // the stream notes what auditors should look at
      'reminder/working-hours.ts', // who is at work is asked when somebody is reminded, and when they read
      'report/csv.ts', // and a table is written in one way
      'audit/prove-case.ts', // evidence takes along whatever can be shown
      'case/runs.ts',
      'customer/text.ts',
      'mail/words/mail-style.ts',
      'reminder/digest.ts',
      'sla/sla-clock.ts',
      'sla/sla-event.ts',
      'sla/sla-policies.ts',
      'run-archive/read-run.ts', // a run is read from wherever it still stands
      'run-archive/describe-run.ts',
      'survey/anonymity.ts', // what is promised to whoever answers is kept by whoever counts
      'survey/expectation.ts', // what was hoped for is compared with what came
      'case/case-view.ts', // a customer gets their cases as they see them
      'survey/definition-store.ts', // a campaign asks what is defined
      'report/day.ts', // and is told by what its days came to
      'report/cell.ts',
      'report/satisfaction-row.ts',
      'survey/scales.ts', // a scale has the same points, called the same, on the page and in the mail
      'survey/page/scale-words.ts',
      'evidence/words/happening-words.ts', // what happened is told in the same words wherever it is told
      'survey/page/score-words.ts', // a score is called the same on the page and in the mail
    ];
    const conceptOf = (file: string) => file.split('/')[1] ?? '';
    const foreign = inFunctions.flatMap(valueImportsOf).filter(({ file, target }) => {
      const concept = conceptOf(target);
      if (!target.startsWith('functions/') || concept === conceptOf(file) || concept === 'shared') return false;
      if (file.endsWith('.contract.ts') || target.endsWith('-shape.ts')) return false; // what clients see is for all
      const own = target === `functions/${concept}/${concept}.ts`;
      return !own && !outside.test(target) && !offered.includes(target.slice('functions/'.length));
    });
    expect(foreign.map(({ file, target }) => `${file} takes ${target}`)).toEqual([]);
  });
});

test('an error has its name written out, as minifying renames its class', () => {
  const classes = inFunctions.flatMap((file) => [
    ...read(file).matchAll(/^export (?:abstract )?class (\w+) extends (?:App)?Error \{\n(.*)$/gm),
  ]);
  expect(classes.length).toBeGreaterThan(10);
  const named = classes.filter(([, , line]) => !line?.includes('abstract'));
  expect(named.filter(([, name, line]) => line?.trim() !== `override readonly name = '${name}';`)).toEqual([]);
});

test('every file that a person reads ends in a line end and has none of its lines end in blanks', () => {
  const text = files().filter((file) => /\.(tsx?|css|html|md|json|yml)$/.test(file) && !file.startsWith('test/local/'));
  expect(text.filter((file) => /[ \t]$/m.test(read(file)) || !read(file).endsWith('\n'))).toEqual([]);
});
