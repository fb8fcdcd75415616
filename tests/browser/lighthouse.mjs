// Lighthouse over a few pages: accessibility, best practices and search engines must reach 100; performance is said.
//
// Standard input: {"modules", "chromium", "folder", "pages": [...]}. Standard output: `lighthouse<TAB>page<TAB>what`
// for each fault, then a line `measured<TAB>page scores` for each page.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { serve } from './serve.mjs';

const job = JSON.parse(fs.readFileSync(0, 'utf8'));
const require = createRequire(path.join(job.modules, 'x.js'));
const load = (name) => import(pathToFileURL(path.join(job.modules, name)).href);
const { default: lighthouse } = await load('lighthouse/core/index.js');
const launcher = await import(pathToFileURL(require.resolve('chrome-launcher')).href);

const FLAGS = [
  '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
];
const GATES = ['accessibility', 'best-practices', 'seo'];

const server = await serve(job.folder);
const chrome = await launcher.launch({ chromePath: job.chromium, chromeFlags: FLAGS, logLevel: 'silent' });
try {
  for (const page of job.pages) {
    const options = { port: chrome.port, logLevel: 'silent', output: 'json', onlyCategories: [...GATES, 'performance'] };
    const { lhr } = await lighthouse(`${server.origin}/${page}`, options);
    const scores = [];
    for (const [id, category] of Object.entries(lhr.categories)) {
      const score = Math.round((category.score ?? 0) * 100);
      scores.push(`${id} ${score}`);
      if (!GATES.includes(id) || score === 100) continue;
      const low = category.auditRefs.filter((ref) => ref.weight > 0 && (lhr.audits[ref.id].score ?? 1) < 1);
      process.stdout.write(`lighthouse\t${page}\t${id} ${score}: ${low.map((ref) => `${ref.id} (${lhr.audits[ref.id].explanation ?? lhr.audits[ref.id].title})`).join('; ')}\n`);
    }
    process.stdout.write(`measured\t${page} ${scores.join(', ')}\n`);
  }
} finally {
  chrome.kill();
  server.close();
}
