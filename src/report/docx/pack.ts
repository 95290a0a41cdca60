import { type File, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Stands for no date; taken out again, since a date is not needed and the clock is never read. */
export const NO_DATE = '1970-01-01T00:00:00Z';

const UNDATED = / w:date="1970-01-01T00:00:00(?:\.000)?Z"/g;

/** The earliest time that a ZIP archive can hold. */
const ZIP_EPOCH = new Date(1980, 0, 1);

/** The document as bytes that depend on its content alone: the library writes the time of the day into it. */
export async function pack(document: File, date: string | undefined): Promise<Uint8Array> {
  const parts = unzipSync(new Uint8Array(await Packer.toBuffer(document)));
  const fixed = Object.entries(parts).map(([name, bytes]): [string, Uint8Array] => {
    if (!/\.(?:xml|rels)$/.test(name)) return [name, bytes];
    const xml = strFromU8(bytes)
      .replace(/(<dcterms:(?:created|modified)[^<>]*>)[^<]*/g, `$1${date ?? NO_DATE}`)
      .replaceAll(UNDATED, '');
    return [name, strToU8(xml)];
  });
  return zipSync(Object.fromEntries(fixed.sort(([a], [b]) => (a < b ? -1 : 1))), {
    mtime: ZIP_EPOCH,
    level: 6,
  });
}
