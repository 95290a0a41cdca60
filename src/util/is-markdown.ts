/** Whether a file is a Markdown one by its name. */
export const isMarkdown = (name: string): boolean => /\.(?:md|markdown)$/i.test(name);
