/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inFolder } from '../cli/run.ts';
import { demoDraft, textIn } from '../report/reports.ts';
import { manyClauses } from './many-clauses.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
});
afterAll(() => browser?.close());

/** Opens a page and fails on anything it says to the console or fetches. */
async function open(
  html: string,
  work: (page: Page, url: string) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  await inFolder({ files: { 'page.html': html } }, async (folder) => {
    const context = await browser.newContext({ ...options, bypassCSP: false });
    const page = await context.newPage();
    const said: string[] = [];
    const url = pathToFileURL(join(folder, 'page.html')).href;
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('request', (request) => {
      if (!request.url().startsWith(url)) said.push(`fetched ${request.url()}`);
    });
    await page.goto(url);
    await work(page, url);
    expect(said).toEqual([]);
    await context.close();
  });
}

const visibleArticles = (page: Page): Promise<number> => page.locator('article:visible').count();

describe('a report in Chromium', () => {
  const pair = () => textIn('html', [demoDraft(3), demoDraft(4)]);
  const chain = () => textIn('html', [1, 2, 3, 4, 5].map(demoDraft));

  it('folds what did not change, and unfolds it', async () =>
    open(await pair(), async (page) => {
      const before = await visibleArticles(page);
      expect(before).toBeGreaterThan(5);
      await page.locator('details.fold summary').first().click();
      expect(await visibleArticles(page)).toBeGreaterThan(before);
      await page.getByRole('button', { name: 'Fold or unfold all' }).click();
      expect(await visibleArticles(page)).toBe(await page.locator('article').count());
    }));

  it('filters by class and direction, and says how much is left', async () =>
    open(await pair(), async (page) => {
      const classes = page.locator('#filters input[name=class]');
      for (const box of await classes.all()) if ((await box.inputValue()) !== 'date') await box.uncheck();
      const shown = page.locator('article:visible');
      for (const article of await shown.all())
        expect(await article.getAttribute('data-class')).toContain('date');
      expect(await shown.count()).toBe(2);
      await expect
        .poll(() => page.locator('#shown').textContent())
        .toMatch(/^2 of \d+ changed clauses shown$/);
      for (const box of await classes.all()) await box.check();
      expect(await shown.count()).toBeGreaterThan(5);
    }));

  it('shows old and new side by side, even without a script', async () =>
    open(
      await pair(),
      async (page) => {
        expect(await page.locator('.sides:visible').count()).toBe(0);
        await page.locator('#side').check();
        expect(await page.locator('.sides:visible').count()).toBeGreaterThan(5);
        expect(await page.locator('p.inline:visible').count()).toBe(0);
        expect(await page.locator('#filters:visible').count()).toBe(0);
      },
      { javaScriptEnabled: false },
    ));

  it('opens the fold that an address lies in', async () =>
    open(await pair(), async (page, url) => {
      await page.goto(`${url}#${encodeURIComponent('IV/25')}`);
      await page.goto(`${url}#${encodeURIComponent('I/1')}`);
      const clause = page.locator('[id="I/1"]');
      await expect.poll(() => clause.isVisible()).toBe(true);
    }));

  it('leads from a finding to its place and between the ends of a move', async () =>
    open(await textIn('html', [demoDraft(2), demoDraft(3)]), async (page) => {
      await page.locator('p.left a').first().click();
      await expect.poll(() => page.evaluate(() => decodeURIComponent(location.hash))).toBe('#II/11');
      expect(await page.locator('[id="II/11"]').isVisible()).toBe(true);
      await page.locator('[id="II/11"] a', { hasText: 'where it stood' }).click();
      expect(await page.locator('[id="old:I/6"]').isVisible()).toBe(true);
      await page.locator('tbody td.path a').first().click();
      await expect.poll(() => page.evaluate(() => document.querySelector(':target') !== null)).toBe(true);
    }));

  it.each(['light', 'dark'] as const)('is accessible, %s', async (colorScheme) => {
    for (const html of [await pair(), await chain()]) {
      await open(
        html,
        async (page) => {
          await page.locator('#side').check();
          await page.evaluate(AXE);
          const violations = await page.evaluate(async () => {
            const axe = (globalThis as unknown as { axe: { run(): Promise<{ violations: unknown[] }> } }).axe;
            const { violations: found } = await axe.run();
            return (found as { id: string; nodes: { html: string }[] }[]).map(
              ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`,
            );
          });
          expect(violations).toEqual([]);
          const [paper] = await page.evaluate(() => [getComputedStyle(document.body).backgroundColor]);
          expect(paper).toBe(colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(22, 24, 28)');
        },
        { colorScheme },
      );
    }
  });

  it('prints', async () =>
    open(await chain(), async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.controls:visible').count()).toBe(0);
      const pdf = await page.pdf({ format: 'A4' });
      expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
      expect((pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length).toBeGreaterThan(3);
    }));

  it('writes Arabic from the right, and Chinese', async () =>
    open(
      await textIn('html', [
        '1. يرحب المجلس بالتقرير.\n\n2. 理事会欢迎该报告。\n',
        '1. يحيط المجلس علما بالتقرير.\n\n2. 理事会注意到该报告。\n',
      ]),
      async (page) => {
        const direction = (id: string) =>
          page
            .locator(`[id="${id}"] p.text`)
            .first()
            .evaluate((node) => getComputedStyle(node).direction);
        expect(await direction('1')).toBe('rtl');
        expect(await direction('2')).toBe('ltr');
      },
    ));

  it('takes nothing from a hostile draft', async () => {
    const hostile =
      '1. The \\<script>document.title="owned"\\</script> "\\>\\<img src=x onerror=alert(1)> \\</style> text';
    await open(await textIn('html', [hostile, `${hostile} more`]), async (page) => {
      expect(await page.title()).not.toBe('owned');
      expect(await page.locator('img').count()).toBe(0);
      expect(await page.locator('article').first().textContent()).toContain('<script>');
    });
  });

  it('holds 2,000 clauses', async () =>
    open(await textIn('html', manyClauses(2_000)), async (page) => {
      expect(await page.locator('article').count()).toBe(2_000);
      await page.locator('#filters input[name=class]').first().uncheck();
      expect(await visibleArticles(page)).toBeLessThan(2_000);
    }));
});
