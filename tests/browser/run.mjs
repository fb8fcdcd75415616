// Opens the pages of a built site in one Chromium and says everything that is wrong with them.
//
// Standard input, as JSON:
//   modules   folder of the npm modules that package.json names
//   chromium  the browser
//   folder    the site
//   base      the address that the site will be published at, or null
//   visit     "all": every page is measured; "kinds": the largest page of each kind and language, and the main
//             language's smallest
//   pages     instead of `visit`: the pages to measure
//   crawl     whether every page is opened from the disk, too
// Standard output: a line for each fault, `check<TAB>page<TAB>what`, then one line `measured<TAB>…`.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { serve } from './serve.mjs';
import { sample } from './sample.mjs';
import { ALL } from './checks/all.mjs';
import { crawl } from './checks/links.mjs';

const job = JSON.parse(fs.readFileSync(0, 'utf8'));
const require = createRequire(path.join(job.modules, 'x.js'));
const { chromium } = require('playwright-core');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

// Nothing of this may reach beyond the machine: every request that is not to our own server is refused in `visit`.
const ARGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--disable-domain-reliability',
];
// As many pages at a time as a small machine has cores.
const HANDS = 3;

const faults = [];
const fault = (check, page, what) => faults.push(`${check}\t${page}\t${String(what).replace(/\s+/g, ' ').slice(0, 600)}`);

async function visit(browser, origin, page, scripts) {
  const context = await browser.newContext({ javaScriptEnabled: scripts, viewport: { width: 360, height: 800 }, bypassCSP: true });
  const tab = await context.newPage();
  const foreign = [];
  const requests = [];
  await tab.route('**/*', (route) => {
    const url = route.request().url();
    requests.push(url);
    if (url.startsWith(origin) || url.startsWith('data:')) return route.continue();
    foreign.push(url);
    return route.abort();
  });
  tab.on('pageerror', (error) => fault('script', page, error.message));
  await tab.goto(`${origin}/${page}`, { waitUntil: 'load', timeout: 60_000 });
  return { context, tab, foreign, requests };
}

/** Runs `work` over all items, a few at a time. */
async function all(items, work) {
  const queue = [...items];
  await Promise.all(Array.from({ length: HANDS }, async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      await work(item).catch((error) => fault('browser', item, error.message));
    }
  }));
}

const began = Date.now();
const browser = await chromium.launch({ executablePath: job.chromium, headless: true, args: ARGS });
const server = await serve(job.folder);
const pages = sample(job.folder);
const chosen = job.pages ?? (job.visit === 'all' ? pages.map((page) => page.path) : pages.filter((page) => page.chosen).map((page) => page.path));
const spent = {};
try {
  await all(chosen, async (page) => {
    const on = await visit(browser, server.origin, page, true);
    const off = await visit(browser, server.origin, page, false);
    const kind = pages.find((known) => known.path === page)?.kind ?? '';
    for (const check of ALL) {
      const start = Date.now();
      for (const what of await check.run({ on, off, axe, kind, origin: server.origin })) fault(check.name, page, what);
      spent[check.name] = (spent[check.name] ?? 0) + Date.now() - start;
    }
    await on.context.close();
    await off.context.close();
  });
  if (job.crawl) {
    const start = Date.now();
    await crawl({ browser, folder: job.folder, pages: pages.map((page) => page.path), base: job.base, all, fault });
    spent.links = Date.now() - start;
  }
} finally {
  await browser.close();
  server.close();
}
const kinds = new Set(pages.map((page) => page.kind));
const times = Object.entries(spent).map(([name, ms]) => `${name} ${(ms / 1000).toFixed(0)} s`).join(', ');
process.stdout.write(faults.sort().map((line) => `${line}\n`).join(''));
process.stdout.write(`measured\t${chosen.length} pages of ${kinds.size} kinds, ${job.crawl ? pages.length : 0} crawled, ${((Date.now() - began) / 1000).toFixed(0)} s (${times})\n`);
