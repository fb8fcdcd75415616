// The service worker of a portal that asks for one, as a reader meets it: pages are opened, the network goes away, pages
// that were opened are still there, and others say what there is. With the policy that hosts are told.
// Job on standard input: modules, chromium, folder, port. The folder's pages must say that they stand at that port.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { serve } from './serve.mjs';

const job = JSON.parse(fs.readFileSync(0, 'utf8'));
const { chromium } = createRequire(path.join(job.modules, 'x.js'))('playwright-core');
const faults = [];
const expect = (good, what) => { if (!good) faults.push(`worker\t${what}`); };

const policy = fs.readFileSync(path.join(job.folder, '_headers'), 'utf8').match(/Content-Security-Policy: (.*)/)[1];
const site = await serve(job.folder, { port: job.port, headers: { 'content-security-policy': policy } });
const mirror = await serve(job.folder, { headers: { 'content-security-policy': policy } });
const browser = await chromium.launch({ executablePath: job.chromium, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
const context = await browser.newContext();
const page = await context.newPage();
page.on('console', (message) => { if (message.type() === 'error' && !/ERR_|status of 503/.test(message.text())) faults.push(`worker\tconsole: ${message.text()}`); });
const workers = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

await page.goto(`${mirror.origin}/index.html`);
await page.waitForTimeout(300);
expect(await workers() === 0, 'a copy at another address takes none');

await page.goto(`${site.origin}/index.html`);
await page.evaluate(() => navigator.serviceWorker.ready);
await page.waitForFunction(() => navigator.serviceWorker.controller);
const opened = ['index.html', 'en/index.html', 'about.html'];
const said = {};
for (const one of opened) {
  await page.goto(`${site.origin}/${one}`);
  said[one] = await page.locator('main').innerText();
}
await page.waitForTimeout(300);
const kept = await page.evaluate(async () => {
  const cache = await caches.open((await navigator.serviceWorker.ready).scope);
  return (await cache.keys()).map((request) => new URL(request.url).pathname.slice(1));
});
expect(opened.every((one) => kept.includes(one)), `kept: ${kept}`);

site.close();
await context.setOffline(true);
for (const one of opened) {
  await page.goto(`${site.origin}/${one}?a=b`);
  expect(await page.locator('main').innerText() === said[one], `${one} is not as it was`);
}
for (const [one, lang, title] of [['404.html', 'es', 'Sin conexión'], ['en/a-z/index.html', 'en', 'No connection']]) {
  const answer = await page.goto(`${site.origin}/${one}`);
  expect(answer.status() === 503, `${one}: ${answer.status()}`);
  expect(await page.evaluate(() => document.documentElement.lang) === lang, `${one}: language`);
  expect(await page.locator('h1').innerText() === title, `${one}: ${await page.locator('h1').innerText()}`);
  const links = await page.locator('li a').allInnerTexts();
  expect(links.length === opened.length && links.every((words) => !words.startsWith('http')), `${one}: ${links}`);
}
await page.locator('li a').last().click();
expect(await page.locator('main').count() === 1, 'a kept page opens from the list');

await browser.close();
mirror.close();
faults.forEach((fault) => console.log(fault));
console.log(`measured\tservice worker\t${fs.statSync(path.join(job.folder, 'service-worker.js')).size} B`);
process.exit(0);
