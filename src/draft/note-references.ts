/** A footnote reference, as Markdown writes it: `[^4]`. */
export const NOTE_REFERENCE = /\[\^([^[\]\s]+)\]/g;

export const withoutNotes = (text: string): string => text.replace(NOTE_REFERENCE, '');
