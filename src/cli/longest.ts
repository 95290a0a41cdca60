/** The most columns that one of some texts takes; 0 if there is none. */
export const longest = (texts: readonly string[], measure = (text: string): number => text.length): number =>
  texts.reduce((most, text) => Math.max(most, measure(text)), 0);
