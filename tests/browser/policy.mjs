// The policy that stands in every page, with no header beside it: images of the site are seen from a disk as from a host,
// and nothing that somebody brings into a page runs or is fetched.
// Job on standard input: modules, chromium, folder, image (a page that shows one).
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve } from './serve.mjs';

const job = JSON.parse(fs.readFileSync(0, 'utf8'));
const { chromium } = createRequire(path.join(job.modules, 'x.js'))('playwright-core');
const faults = [];
const expect = (good, what) => { if (!good) faults.push(`policy\t${what}`); };

const pages = fs.readdirSync(job.folder, { recursive: true }).filter((file) => file.endsWith('.html'));
const lacking = pages.filter((file) => !/<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy"/.test(fs.readFileSync(path.join(job.folder, file), 'utf8')));
expect(lacking.length === 0, `without a policy: ${lacking}`);

// What a hole in some template would let through.
const evil = `<script>document.title = 'ran'</script><img src=x onerror="document.title = 'ran'"><script src="evil.js"></script>
<base href="http://127.0.0.1:9/"><iframe src="evil.html"></iframe><object data="evil.html"></object>
<img src="http://127.0.0.1:9/spy.png"><link rel="stylesheet" href="http://127.0.0.1:9/spy.css">`;
const attacked = fs.mkdtempSync(path.join(job.folder, 'attacked-'));
const attack = path.relative(job.folder, attacked);
fs.writeFileSync(path.join(attacked, 'evil.js'), "document.title = 'ran'");
fs.writeFileSync(path.join(attacked, 'evil.html'), "<script>parent.document.title = 'ran'</script>");
fs.writeFileSync(path.join(attacked, 'page.html'), fs.readFileSync(path.join(job.folder, job.image), 'utf8').replace('</main>', `${evil}</main>`));

const site = await serve(job.folder, {});
const browser = await chromium.launch({ executablePath: job.chromium, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
for (const root of [`${site.origin}/`, `${pathToFileURL(fs.realpathSync(job.folder)).href}/`]) {
  const page = await (await browser.newContext()).newPage();
  const said = [];
  const asked = [];
  page.on('console', (message) => { if (message.type() === 'error') said.push(message.text()); });
  // A request that the policy refuses is told of, and fails before it leaves.
  page.on('response', (response) => { asked.push(response.url()); });
  page.on('requestfailed', (request) => { if (request.failure().errorText !== 'csp') asked.push(request.url()); });
  // A former address leads on by itself while the next page is opened.
  const stays = (file) => !fs.readFileSync(path.join(job.folder, file), 'utf8').includes('http-equiv="refresh"');
  for (const file of pages.filter(stays)) {
    await page.goto(root + file.split(path.sep).map(encodeURIComponent).join('/'), { waitUntil: 'load' });
  }
  expect(said.length === 0, `${root}: ${said}`);
  await page.goto(root + job.image);
  const image = page.locator('main img').first();
  await image.scrollIntoViewIfNeeded();
  const seen = await image.evaluate(async (img) => { await img.decode().catch(() => {}); return img.naturalWidth; });
  expect(seen > 0, `${root}: the image is not seen`);
  const style = await page.evaluate(() => getComputedStyle(document.querySelector('main')).maxInlineSize + getComputedStyle(document.body).margin);
  expect(style !== 'none8px', `${root}: the page has no style`);

  said.length = asked.length = 0;
  await page.goto(`${root}${attack}/page.html`, { waitUntil: 'load' });
  await page.waitForTimeout(200);
  expect(await page.title() !== 'ran', `${root}: a script ran`);
  const out = asked.filter((url) => url.startsWith('http://127.0.0.1:9/') || /evil\.(js|html)$/.test(url));
  expect(out.length === 0, `${root}: fetched ${out}`);
  expect(said.some((text) => text.includes('Content Security Policy')), `${root}: nothing was refused`);
  await page.context().close();
}
await browser.close();
site.close();
fs.rmSync(attacked, { recursive: true });
faults.forEach((fault) => console.log(fault));
console.log(`measured\tpolicy\t${pages.length} pages`);
process.exit(0);
