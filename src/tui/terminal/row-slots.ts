/** From Unicode's private area: no text of a draft goes where these are read. */
const OPEN = '\ue000';
const SLOT = /\ue000(\d+)/g;
/** Columns of the widest slot. */
export const SLOT_WIDTH = 12;

/**
 * Ink lays the screen out, and looks at every character that it is given, which for a full screen takes longer than all
 * the rest. So it is given a short mark for each row, and the screen puts the row in its place.
 */
export class RowSlots {
  #ids = new Map<string, number>();
  #rows = new Map<number, string>();
  #next = 0;

  /** @returns the mark of a painted row: the same for the same row, as long as it is shown */
  slotOf(row: string): string {
    let id = this.#ids.get(row);
    if (id === undefined) {
      id = this.#next++ % 1e9;
      this.#ids.set(row, id);
      this.#rows.set(id, row);
    }
    return OPEN + id;
  }

  /** Puts the rows in the place of their marks, and forgets those that this frame no longer has. */
  filled(frame: string): string {
    const shown = new Set<number>();
    const text = frame.replace(SLOT, (_, digits: string) => {
      shown.add(Number(digits));
      return this.#rows.get(Number(digits)) ?? '';
    });
    for (const [row, id] of this.#ids) {
      if (shown.has(id)) continue;
      this.#ids.delete(row);
      this.#rows.delete(id);
    }
    return text;
  }
}
