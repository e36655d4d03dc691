import { describe, expect, test } from 'vitest';
import { machines } from '../../../functions/console/machines.ts';
import type { Definition } from '../../../functions/console/page/graph/definition.ts';
import { drawingOf, neighbour } from '../../../functions/console/page/graph/layout.ts';
import { runGraph } from '../../../functions/console/page/graph/run-graph.ts';
import type { HistoryEvent } from '../../../functions/console/page/graph/visits.ts';

const workflow: Definition = {
  StartAt: 'Freeze',
  States: {
    Freeze: { Type: 'Task', Next: 'Suspicious?', Catch: [{ Next: 'Ask a person' }] },
    'Suspicious?': { Type: 'Choice', Choices: [{ Next: 'Investigate' }], Default: 'Close' },
    Investigate: { Type: 'Task', Next: 'Close' },
    Close: { Type: 'Succeed' },
    'Ask a person': { Type: 'Task', Next: 'Go on', Catch: [{ Next: 'Nobody answered' }] },
    'Go on': { Type: 'Choice', Choices: [{ Next: 'Freeze' }], Default: 'Nobody answered' },
    'Nobody answered': { Type: 'Fail' },
  },
};

type Told = Record<string, unknown>;

/** Events one after another, each a second after the one before and following it. */
const history = (...told: [type: string, details?: Told][]): HistoryEvent[] =>
  told.map(([type, details = {}], index) => ({
    ...{ id: index + 1, type, previousEventId: index },
    timestamp: new Date(Date.UTC(2026, 10, 2, 9, 0, index)).toISOString(),
    [`${type[0]?.toLowerCase()}${type.slice(1)}EventDetails`]: details,
  }));
const begin = (name: string, type = 'Task'): [string, Told][] => [
  [`${type}StateEntered`, { name, input: '{"caseId":"c"}' }],
];
const leave = (name: string, type = 'Task'): [string, Told][] => [
  [`${type}StateExited`, { name, output: '{"done":true}' }],
];
const tried: [string, Told][] = [
  ['TaskScheduled', {}],
  ['TaskStarted', {}],
];
const fails = (error: string): [string, Told][] => [...tried, ['TaskFailed', { error, cause: 'down' }]];
const works: [string, Told][] = [...tried, ['TaskSucceeded', {}]];
const started: [string, Told][] = [['ExecutionStarted', {}]];

const statusesIn = (events: HistoryEvent[], all?: boolean) =>
  Object.fromEntries(runGraph(workflow, events, all).states.map(({ name, status }) => [name, status]));

describe('a run as a graph', () => {
  test('shows what is planned before anything has happened, and not what only happens when something fails', () => {
    expect(statusesIn([])).toEqual({
      ...{ Freeze: 'not-reached', 'Suspicious?': 'not-reached', Investigate: 'not-reached', Close: 'not-reached' },
    });
  });

  test('shows every state to whoever wants to see all', () => {
    expect(Object.keys(statusesIn([], true))).toEqual(Object.keys(workflow.States));
  });

  test('counts how often a step was tried again before it worked', () => {
    const events = history(
      ...started,
      ...begin('Freeze'),
      ...fails('Busy'),
      ...fails('Busy'),
      ...works,
      ...leave('Freeze'),
    );
    const freeze = runGraph(workflow, events).states.find(({ name }) => name === 'Freeze');
    expect(freeze).toMatchObject({ status: 'succeeded', retries: 2 });
    expect(freeze?.visits[0]?.failures.map(({ error }) => error)).toEqual(['Busy', 'Busy']);
    expect(freeze?.visits[0]).toMatchObject({ input: '{"caseId":"c"}', output: '{"done":true}', caught: false });
  });

  test('tells a step whose failure was caught from one that worked, and shows where it led', () => {
    const events = history(
      ...started,
      ...begin('Freeze'),
      ...fails('Busy'),
      ...leave('Freeze'),
      ...begin('Ask a person'),
    );
    expect(statusesIn(events)).toMatchObject({ Freeze: 'caught', 'Ask a person': 'running', Close: 'not-reached' });
    expect(runGraph(workflow, events).ways.filter(({ taken }) => taken > 0)).toEqual([
      { from: 'Freeze', to: 'Ask a person', kind: 'catch', taken: 1, planned: false },
    ]);
  });

  test('tells a step that waits for a person from one that is at work', () => {
    const asked = history(...started, ...begin('Freeze'), ...tried);
    expect(statusesIn(asked)).toMatchObject({ Freeze: 'running' });
    expect(statusesIn([...asked, ...follow(asked, ['TaskSubmitted'])])).toMatchObject({ Freeze: 'waiting' });
  });

  test('says of a step done twice how it went the last time, and keeps both', () => {
    const once = [...begin('Freeze'), ...fails('Busy'), ...leave('Freeze')];
    const person = [...begin('Ask a person'), ...works, ...leave('Ask a person')];
    const choice = [...begin('Go on', 'Choice'), ...leave('Go on', 'Choice')];
    const events = history(...started, ...once, ...person, ...choice, ...begin('Freeze'), ...works, ...leave('Freeze'));
    const { states, ways } = runGraph(workflow, events);
    expect(states.find(({ name }) => name === 'Freeze')).toMatchObject({ status: 'succeeded', retries: 0 });
    expect(states.find(({ name }) => name === 'Freeze')?.visits.map(({ caught }) => caught)).toEqual([true, false]);
    expect(ways.find(({ from, to }) => from === 'Go on' && to === 'Freeze')?.taken).toBe(1);
  });

  test('shows as failed where a run failed, and why it ended', () => {
    const events = history(...[...started, ...begin('Freeze'), ...fails('Busy')], [
      'ExecutionFailed',
      { error: 'Busy', cause: 'down' },
    ]);
    expect(statusesIn(events)).toMatchObject({ Freeze: 'failed' });
    expect(runGraph(workflow, events).ending).toEqual({ how: 'failed', error: 'Busy', cause: 'down' });
  });

  test('shows as failed a state that is there to fail', () => {
    const events = history(...started, ...begin('Nobody answered', 'Fail'), [
      'ExecutionFailed',
      { error: 'NobodyAnswered' },
    ]);
    expect(statusesIn(events)).toMatchObject({ 'Nobody answered': 'failed' });
  });

  test('shows as stopped what was under way when somebody stopped the run', () => {
    const events = history(...started, ...begin('Freeze'), ...tried, ['ExecutionAborted', {}]);
    expect(statusesIn(events)).toMatchObject({ Freeze: 'stopped' });
  });

  test('shows a state that only an earlier version of the workflow knew, and the way there', () => {
    const events = history(...started, ...begin('Freeze'), ...works, ...leave('Freeze'), ...begin('Call the police'));
    const { states, ways } = runGraph(workflow, events);
    expect(states.find(({ name }) => name === 'Call the police')).toMatchObject({ former: true, status: 'running' });
    expect(ways.at(-1)).toEqual({ from: 'Freeze', to: 'Call the police', kind: 'next', taken: 1, planned: true });
  });

  test('keeps apart what happens side by side', () => {
    const events = history(...started, ...begin('Freeze'), ...tried);
    const beside: HistoryEvent = {
      ...event('TaskStateEntered', 20, 1),
      ...{ stateEnteredEventDetails: { name: 'Investigate' } },
    };
    const { states } = runGraph(workflow, [
      ...events,
      beside,
      event('TaskScheduled', 21, 20),
      event('TaskSucceeded', 22, 4),
    ]);
    expect(states.find(({ name }) => name === 'Investigate')?.visits[0]?.events).toHaveLength(2);
    expect(states.find(({ name }) => name === 'Freeze')?.visits[0]?.events).toHaveLength(4);
  });
});

const event = (type: string, id: number, previousEventId: number): HistoryEvent => ({
  ...{ id, type, previousEventId, timestamp: '2026-11-02T09:00:00.000Z' },
});
const follow = (events: HistoryEvent[], types: string[]): HistoryEvent[] =>
  types.map((type, index) => event(type, events.length + index + 1, events.length + index));

describe('the drawing of a graph', () => {
  test.each(Object.entries(machines))('has room for every state of the workflow %s, none on another', (_, machine) => {
    const graph = runGraph(machine as Definition, [], true);
    const { states, ways, width, height } = drawingOf(graph);
    expect(states).toHaveLength(graph.states.length);
    for (const one of states) {
      expect(one.x - one.width / 2).toBeGreaterThanOrEqual(0);
      expect(one.x + one.width / 2).toBeLessThanOrEqual(width);
      expect(one.y + one.height / 2).toBeLessThanOrEqual(height);
      const on = states.filter((other) => other !== one && overlap(one, other));
      expect(on.map(({ of }) => of.name)).toEqual([]);
    }
    expect(ways.every(({ path }) => /^M[\d.]+,[\d.]+[LQ]/.test(path))).toBe(true);
  });

  test('can be walked through with arrow keys, and ends where there is nothing more', () => {
    const { states } = drawingOf(runGraph(workflow, []));
    expect(neighbour(states, 'Freeze', 'down')).toBe('Suspicious?');
    expect(neighbour(states, 'Suspicious?', 'up')).toBe('Freeze');
    expect(neighbour(states, 'Freeze', 'up')).toBeUndefined();
    expect(neighbour(states, 'nowhere', 'up')).toBeUndefined();
  });
});

type Box = { x: number; y: number; width: number; height: number };
const overlap = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;
