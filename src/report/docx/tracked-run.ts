import { FootnoteReferenceRun, type ParagraphChild, TextRun, XmlComponent } from 'docx';
import type { TrackedOp } from '../tracked-text.ts';
import { NO_DATE } from './pack.ts';

/** Whose marks these are; each mark has a number of its own. */
export class Tracker {
  readonly author: string;
  readonly date: string;
  #last = 0;

  constructor(author: string, date: string | undefined) {
    this.author = author;
    this.date = date ?? NO_DATE;
  }

  next(): { id: number; author: string; date: string } {
    this.#last++;
    return { id: this.#last, author: this.author, date: this.date };
  }
}

/** `w:ins` or `w:del` around a run; the library makes them for text alone. */
class Mark extends XmlComponent {
  constructor(op: Exclude<TrackedOp, 'kept'>, tracker: Tracker, run: XmlComponent) {
    super(op === 'inserted' ? 'w:ins' : 'w:del');
    const { id, author, date } = tracker.next();
    this.root.push({ _attr: { 'w:id': id, 'w:author': author, 'w:date': date } } as never, run);
  }
}

/** Text of a deletion is written as `w:delText`. */
class DeletedText extends XmlComponent {
  constructor(text: string) {
    super('w:delText');
    this.root.push({ _attr: { 'xml:space': 'preserve' } } as never, text);
  }
}

class DeletedRun extends XmlComponent {
  constructor(text: string) {
    super('w:r');
    text.split('\t').forEach((part, i) => {
      if (i > 0) this.root.push(new Tab());
      if (part !== '') this.root.push(new DeletedText(part));
    });
  }
}

class Tab extends XmlComponent {
  constructor() {
    super('w:tab');
  }
}

export function textRun(op: TrackedOp, text: string, tracker: Tracker): ParagraphChild {
  if (op === 'deleted') return new Mark(op, tracker, new DeletedRun(text)) as unknown as ParagraphChild;
  const run = new TextRun({
    children: text.split(/(\t)/).map((part) => (part === '\t' ? new Tab() : part)) as never,
  });
  return op === 'kept' ? run : (new Mark(op, tracker, run) as unknown as ParagraphChild);
}

export function footnoteRun(op: TrackedOp, id: number, tracker: Tracker): ParagraphChild {
  const run = new FootnoteReferenceRun(id);
  return op === 'kept' ? run : (new Mark(op, tracker, run) as unknown as ParagraphChild);
}
