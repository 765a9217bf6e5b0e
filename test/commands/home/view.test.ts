import { describe, expect, it } from 'vitest';
import type { Study } from '../../../src/commands/home/study.ts';
import { homeView } from '../../../src/commands/home/view.ts';
import { defaultStudySettings, type StudySettings } from '../../../src/domain/study-settings.ts';
import type { ReviewStore } from '../../../src/reviews/index.ts';
import { averageLearner } from '../../../src/scheduling/learner.ts';
import { questionText } from '../../fixtures/deck.ts';
import { item } from '../../fixtures/items.ts';
import { review } from '../../fixtures/reviews.ts';
import { emptyStore, libraryOf } from '../../fixtures/study.ts';

const nothingDone = {
  fresh: new Set<string>(),
  answered: new Set<string>(),
  reviews: 0,
  spentMs: 0,
};
const library = await libraryOf({
  t: `${questionText('root')}\n${questionText('deeper', 2)}`,
  u: questionText('other'),
});
const root = { topic: 't' };
const deeper = { topic: 't', level: 2, parent: 'root' } as const;

/** An exercise with an id. */
function lab(id: string): string {
  return `---\nid: ${id}\ntitle: The ${id}\ntopic: t\nkind: tune\nlevel: 2\nminutes: 4\nscenario: at-least-once\nknobs: { a.b: { from: 1, to: 2 } }\nsolution: { a.b: 2 }\n---\nA story.\n\n## Debrief\n\nDone.\n`;
}

function study(items: Study['items'], settings: Partial<StudySettings> = {}): Study {
  return {
    library,
    settings: { ...defaultStudySettings, ...settings },
    today: 10,
    nowMs: 0,
    items,
    done: nothingDone,
    learner: averageLearner,
  };
}

function passed(question: string, store: ReviewStore): void {
  store.recordAttempt(review({ question, day: 8, source: 'exercise' }), {
    ...{ passed: true, durationMs: 60_000, tries: 1, hints: 0, predictions: [], explanation: '' },
  });
}

const viewOf = (of: Study, store = emptyStore()) => homeView(of, store);

describe('home', () => {
  it('counts what waits, and says what comes first and why', () => {
    const items = [item('root', { ...root, dueDay: 8 }), item('deeper', deeper), item('other')];
    const view = viewOf(study(items));
    expect(view.waiting).toEqual({ reviews: 1, lastPass: 0, steps: 0, fresh: 2 });
    expect(view.minutes).toBe(2);
    expect(view.next).toMatchObject({
      prompt: 'Why root?',
      topicTitle: 'About t',
      why: 'due 2 days ago',
    });
    expect(view.study).toBe('t');
  });

  it('names the exercise that comes back first', async () => {
    const library = await libraryOf({ t: questionText('root') }, [['t', lab('lab')]]);
    const items = [item('lab', { kind: 'exercise', level: 2, dueDay: 10 })];
    const { next, waiting } = viewOf({ ...study(items), library });
    expect(next).toMatchObject({ id: 'lab', prompt: 'The lab', level: 2, why: 'due today' });
    expect(waiting.reviews).toBe(1);
  });

  it('counts the exercises that were passed, and names the next', async () => {
    const texts = ['lab', 'mill'].map((id) => ['t', lab(id)] as const);
    const library = await libraryOf({ t: questionText('root') }, texts);
    const store = emptyStore();
    const shown = () => viewOf({ ...study([]), library }, store).exercises;
    expect(shown()).toEqual({ done: 0, all: 2, next: { id: 'lab', title: 'The lab' } });
    passed('lab', store);
    expect(shown()).toEqual({ done: 1, all: 2, next: { id: 'mill', title: 'The mill' } });
    passed('mill', store);
    expect(shown()).toEqual({ done: 2, all: 2, next: undefined });
  });

  it.each([
    ['new', [item('root', root)]],
    [
      'new, a follow-up to what you know',
      [item('root', { ...root, dueDay: 50 }), item('deeper', deeper)],
    ],
    ['due today', [item('root', { ...root, dueDay: 10 })]],
    ['due yesterday', [item('root', { ...root, dueDay: 9 })]],
  ])('tells why a question is next: %s', (why, items) => {
    expect(viewOf(study(items)).next?.why).toBe(why);
  });

  it.each<[string, number | undefined, Study['items'], Partial<StudySettings>]>([
    ['the first due day', 14, [item('root', { dueDay: 20 }), item('other', { dueDay: 14 })], {}],
    ['never', undefined, [item('root', { dueDay: 14, suspended: true })], {}],
    [
      'never, where new questions are not wanted',
      undefined,
      [item('root', root)],
      { newPerDay: 0 },
    ],
  ])('with nothing left says when more comes: %s', (_, day, items, settings) => {
    const view = viewOf(study(items, settings));
    expect(view.next).toBeUndefined();
    expect(view.laterOn).toBe(day);
  });

  it('has more for tomorrow where today is full', () => {
    const items = [item('root', { ...root, dueDay: 1 })];
    const full = {
      ...study(items, { minutesPerDay: 5 }),
      done: { ...nothingDone, spentMs: 300_000 },
    };
    expect(viewOf(full)).toMatchObject({ next: undefined, laterOn: 11 });
  });

  it('forgets an interview that is over', () => {
    expect(viewOf(study([], { interview: 9 })).interview).toBeUndefined();
    expect(viewOf(study([], { interview: 10 })).interview).toBe(10);
  });

  it('counts as known what stands on the day of the interview, by topic and level', () => {
    const items = [item('root', { ...root, dueDay: 5 }), item('deeper', deeper)];
    const counts = (interview: number | null) =>
      viewOf({ ...study(items, { interview }), today: 1 }).topics;
    expect(counts(null)).toMatchObject([
      { id: 't', title: 'About t', levels: { 1: { ready: 1, of: 1 }, 2: { ready: 0, of: 1 } } },
    ]);
    expect(counts(300)[0]?.levels[1]).toEqual({ ready: 0, of: 1 });
  });
});
