import type { Format, Report } from '../report.ts';

/** A Word document with tracked changes, or all drafts beside each other; loaded only when one is asked for. */
export const docx: Format = {
  name: 'docx',
  endings: ['.docx'],
  summary: 'a Word document with tracked changes',
  can: ['synopsis', 'chain'],
  async write(report: Report): Promise<Uint8Array> {
    if (report.options.synopsis || report.chain.steps.length > 1) {
      const { synopsisDocument } = await import('./synopsis-document.ts');
      return synopsisDocument(report);
    }
    const { trackedDocument } = await import('./tracked-document.ts');
    return trackedDocument(report, 'tracked');
  },
};

/** The Council's manner as a Word document. */
export const councilDocx: Format = {
  name: 'council-docx',
  endings: ['.council.docx'],
  summary: "a Word document with the Council's marks",
  can: [],
  async write(report: Report): Promise<Uint8Array> {
    const { trackedDocument } = await import('./tracked-document.ts');
    return trackedDocument(report, 'council');
  },
};
