import { describe, expect, it } from 'vitest';
import { unitsToSee } from '../../src/compare/reader-marks.ts';
import { COMMANDS } from '../../src/tui/commands.ts';
import { selectedLink, selectedRow } from '../../src/tui/views/clauses.ts';
import { demo, draft, Viewer } from './viewer.ts';

const viewer = (): Viewer => new Viewer(demo(2, 3));
const place = ({ state }: Viewer): string => {
  const link = selectedLink(state);
  return (link?.new[0] ?? link?.old[0])?.path ?? 'a fold';
};

describe('moving', () => {
  it('begins at the first substantive change', () => {
    expect(place(viewer())).toBe('I/1');
  });

  it('goes line by line, to both ends, and no further', () => {
    const view = viewer().press('g');
    const first = place(view);
    expect(place(view.press('k'))).toBe(first);
    expect(place(view.press('j', 'j', 'k', 'k'))).toBe(first);
    view.press('G');
    const last = view.state.positions.clauses.at;
    expect(view.press('j').state.positions.clauses.at).toBe(last);
    expect(view.press('g').state.positions.clauses.at).toBe(0);
  });

  it('keeps what is selected on the screen', () => {
    const view = new Viewer(demo(2, 3), { size: { columns: 80, rows: 14 } });
    for (const key of ['d', 'd', 'u', 'space', 'pageup', 'G', 'g', 'pagedown', 'j', 'j', 'k']) {
      view.press(key);
      expect(view.rows.filter((row) => row.startsWith('▸'))).toHaveLength(1);
    }
  });

  it('stops at every change with n, backwards at the same ones', () => {
    const view = viewer().press('g');
    const stops = [`${place(view)}.${view.state.unit}`];
    for (let i = 0; i < 200 && !view.state.message; i++) {
      view.press('n');
      stops.push(`${place(view)}.${view.state.unit}`);
    }
    const back: string[] = [];
    view.press('G');
    for (let i = 0; i < 200; i++) {
      view.press('N');
      if (view.state.message) break;
      back.push(`${place(view)}.${view.state.unit}`);
    }
    expect(new Set(stops).size).toBe(26);
    expect(back.reverse()).toEqual([...new Set(stops)]);
    expect(viewer().press('G', 'n').state.message?.text).toBe('that was the last change');
  });

  it('stops only at what is substantive with }', () => {
    const view = viewer().press('g');
    for (let i = 0; i < 17; i++) {
      view.press('}');
      const link = selectedLink(view.state)!;
      const { substantive } = link.changes[view.state.unit]!;
      // A clause that was only set out otherwise has nothing but noise, and is to be seen all the same.
      expect(substantive || link.kind === 'split').toBe(true);
    }
    expect(view.press('}').state.message?.text).toBe('that was the last substantive change');
  });

  it('finds the other end of a move, and comes back', () => {
    const view = viewer().press('/').type('closer links').press('enter', 'escape');
    expect(place(view)).toBe('II/11');
    expect(selectedRow(view.press('m').state)?.kind).toBe('left');
    expect(selectedRow(view.press('m').state)?.kind).toBe('link');
    expect(view.press('g', 'm').state.message?.text).toMatch(/neither moved/);
  });
});

describe('folds', () => {
  const atFold = (): Viewer => {
    const view = viewer().press('g');
    while (selectedRow(view.state)?.kind !== 'fold') view.press('j');
    return view;
  };

  it('open and close, and say what they hold', () => {
    const view = atFold();
    const closed = view.rows.length && view.screen;
    expect(closed).toContain('… 3 clauses unchanged');
    view.press('z');
    expect(view.screen).toContain('▾ 3 clauses unchanged');
    expect(view.press('j', 'z').screen).toBe(closed);
    expect(view.press('enter').screen).toContain('▾ 3 clauses unchanged');
  });

  it('open and close all at once, and keep the place', () => {
    const view = viewer().press('n', 'n', 'n');
    const before = place(view);
    expect(place(view.press('Z'))).toBe(before);
    expect(view.state.opened).toBeUndefined();
    expect(view.rows.filter((row) => row.startsWith('    … '))).toEqual([]);
    expect(place(view.press('Z'))).toBe(before);
  });

  it('open for a change that lies in them', () => {
    const view = viewer().press('G', 'N');
    expect(view.screen).toContain('▾');
    expect(selectedRow(view.state)?.kind).toBe('link');
  });
});

describe('a search', () => {
  it('goes to the first match while it is typed, and back on Escape', () => {
    const view = viewer();
    const before = place(view);
    view.press('/').type('reparation');
    expect(place(view)).not.toBe(before);
    expect(view.screen).toMatch(/\/reparation\s+\d+ clauses/);
    expect(place(view.press('escape'))).toBe(before);
    expect(view.state.search).toBe('');
  });

  it('looks in both versions', () => {
    expect(place(viewer().press('/').type('welcomes the diplomatic').press('enter'))).toBe('I/3');
    expect(place(viewer().press('/').type('takes note of the dipl').press('enter'))).toBe('I/3');
  });

  it('is walked with n and N, around the end, and left with Escape', () => {
    const view = viewer().press('/').type('europeans').press('enter');
    const first = place(view);
    const found = [first];
    for (view.press('n'); place(view) !== first; view.press('n')) found.push(place(view));
    expect(found.length).toBeGreaterThan(2);
    expect(place(view.press('N'))).toBe(found.at(-1));
    expect(view.press('escape').state.search).toBe('');
  });

  it('says when there is nothing', () => {
    expect(viewer().press('/').type('zzz').press('enter').state.message?.text).toBe('not found: zzz');
  });

  it('edits its line by characters as readers count them', () => {
    const view = viewer()
      .press('/')
      .type('aé漢')
      .press('left', 'backspace', 'x', 'home', 'delete', 'end', 'y');
    expect(view.state.search).toBe('x漢y');
  });
});

describe('the filter', () => {
  it('shows only clauses with such a change', () => {
    const view = viewer().press('f');
    while (!view.rows.some((row) => /^▸ \[ \] actor/.test(row))) view.press('j');
    view.press('space', 'escape');
    expect(view.state.filter.classes).toEqual(new Set(['actor']));
    const kinds = view.press('g').rows.join('\n');
    expect(kinds).toContain('only actor');
    for (let i = 0; i < 4; i++) {
      view.press('n');
      expect(selectedLink(view.state)?.changes.map((change) => change.class)).toContain('actor');
    }
    expect(view.press('n').state.message?.text).toMatch(/passes the filter/);
    view.press('escape');
    expect(view.state.filter.classes.size).toBe(0);
  });
});

describe('marks', () => {
  const progress = (view: Viewer): string => /\d+\/\d+ seen/.exec(view.screen)?.[0] ?? '';

  it('go from change to change until all are seen', () => {
    const view = viewer();
    expect(progress(view)).toBe('0/17 seen');
    for (let i = 0; i < 17; i++) view.press('x');
    expect(progress(view)).toBe('17/17 seen');
    expect(view.state.message?.text).toBe('all changes seen');
    expect(progress(view.press('x'))).toBe('16/17 seen');
  });

  it('take a clause as a whole', () => {
    const view = viewer().press('/').type('once a truce').press('enter', 'escape');
    const count = unitsToSee(selectedLink(view.state)!).length;
    expect(count).toBeGreaterThan(1);
    expect(progress(view.press('X'))).toBe(`${count}/17 seen`);
  });

  it('hold a star and a note', () => {
    const view = viewer().press('*', 'a').type('ask Paris').press('enter');
    expect(view.screen).toContain('★');
    expect(view.screen).toContain('✎ ask Paris');
    expect(view.press('*').screen).not.toContain('▸ ★');
    expect(view.press('a').screen).toContain('note: ask Paris');
  });

  it('stay with their wording when the clause is renumbered and the file renamed', () => {
    const view = viewer().press('x', 'x');
    const { marks } = view.state;
    const [, old] = draft(2);
    const [, newer] = draft(3);
    const other = new Viewer([
      ['a.md', old],
      ['b.md', newer.replace('# ', 'A new first paragraph of this text, which was not there.\n\n# ')],
    ]);
    other.state = { ...other.state, marks };
    expect(progress(other)).toMatch(/^2\//);
  });
});

describe('views', () => {
  it('are gone back from, one after the other', () => {
    const view = viewer().press('l', 'b', 's');
    expect(view.state.view).toBe('texts');
    expect(view.press('escape').state.view).toBe('brackets');
    expect(view.press('escape').state.view).toBe('ledger');
    view.press('tab', 'escape', 'escape');
    expect(view.state.view).toBe('clauses');
    expect(view.press('escape').state.message?.text).toBe('q quits');
  });

  it('walk the places of a substitution, and come back to it', () => {
    const view = viewer().press('l', 'enter', 'j', 'enter');
    expect([view.state.view, place(view)]).toEqual(['clauses', 'I/6']);
    view.press('escape');
    expect([view.state.view, view.state.focus, view.state.place]).toEqual(['ledger', 'detail', 1]);
  });

  it('lead from a bracket to its clause', () => {
    const view = viewer().press('b', 'enter');
    expect(view.state.view).toBe('clauses');
    expect(
      selectedLink(view.state)
        ?.edits.map(({ old }) => old)
        .join(''),
    ).toContain('[');
  });
});

describe('a chain', () => {
  const chain = (): Viewer => new Viewer(demo(1, 2, 3, 4, 5));

  it('begins with the last step, and goes from pair to pair', () => {
    const view = chain();
    expect(view.state.pair).toEqual([3, 4]);
    expect(view.press('[').state.pair).toEqual([2, 3]);
    expect(view.press(']', ']').state.message?.text).toBe('no later draft');
    expect(view.press('[', '[', '[', '[').state.message?.text).toBe('no earlier draft');
    expect(view.state.pair).toEqual([0, 1]);
  });

  it('stays on its clause', () => {
    const view = chain().press('/').type('closer links').press('enter', 'escape');
    view.press('[', '[');
    expect(selectedLink(view.state)?.new[0]?.text ?? '').toContain('closer links');
  });

  it('compares any two drafts that are chosen in the timeline', () => {
    const view = chain().press('T', 'left', 'left', 'left', 'B', 'right', 'right', 'enter');
    expect([view.state.view, view.state.pair]).toEqual(['clauses', [1, 3]]);
    expect(view.state.comparison?.old.name).toBe('draft-2.md');
  });
});

describe('a draft that changes on disk', () => {
  it('leaves the reader at the same clause', () => {
    const [first, second] = demo(2, 3) as [readonly [string, string], readonly [string, string]];
    const view = new Viewer([first, second]).press('/').type('closer links').press('enter', 'escape');
    const changed = second[1].replace('# ', 'Another paragraph that comes before all the others.\n\n# ');
    view.compare([first, [second[0], changed]]);
    expect(selectedLink(view.state)?.new[0]?.text).toContain('closer links');
  });
});

describe('keys', () => {
  it('are each of one command only', () => {
    const all = COMMANDS.flatMap(({ keys }) => keys);
    expect(new Set(all).size).toBe(all.length);
  });

  it('are a reader’s own: a new one, one taken from another command, none', () => {
    const view = new Viewer(demo(2, 3), { keys: { 'next-change': ['j'], down: ['n'], quit: [] } });
    const { keymap } = view.look;
    expect([keymap.commandOf('j'), keymap.commandOf('n'), keymap.commandOf('q')]).toEqual([
      'next-change',
      'down',
      undefined,
    ]);
    expect(keymap.keysOf('next-substantive')).toEqual(['}']);
  });

  it('are all in the help, as they are now', () => {
    const view = new Viewer(demo(2, 3), { keys: { quit: ['Q'] }, size: { columns: 100, rows: 100 } });
    const help = view.press('?').screen;
    for (const { summary } of COMMANDS) expect(help).toContain(summary);
    expect(help).toMatch(/Q\s+quit/);
  });
});
