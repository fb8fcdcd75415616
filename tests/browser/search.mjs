// The search page in a real browser: `node search.mjs SITE QUERIES`. SITE is a built portal; QUERIES is JSON:
// [{ "page": "search.html", "query": "…", "first": "address of the first result", "count": n }, …].
// Every query is asked from the disk and over HTTP on this machine, by the form, by the address and by the keyboard; both
// must find the same. Then without JavaScript: the form must lead to the A–Z index.
// Needs playwright-core below TRAGALUZ_NODE_MODULES, and Chromium at TRAGALUZ_CHROMIUM.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [site, wanted] = process.argv.slice(2);
const require = createRequire(path.join(process.env.TRAGALUZ_NODE_MODULES, 'playwright-core', 'package.json'));
const { chromium } = require('playwright-core');
const queries = JSON.parse(fs.readFileSync(wanted, 'utf8'));
const faults = [];
const expect = (good, what) => { if (!good) faults.push(what); };

const types = { html: 'text/html; charset=utf-8', js: 'text/javascript', txt: 'text/plain; charset=utf-8', xml: 'application/xml' };
// The policy that hosts are told, so that it is seen to let the script run.
const headers = fs.readFileSync(path.join(site, '_headers'), 'utf8');
const policy = headers.match(/Content-Security-Policy: (.*)/)[1];
const server = http.createServer((request, answer) => {
  const file = path.join(site, decodeURIComponent(new URL(request.url, 'http://x').pathname));
  if (!fs.existsSync(file) || fs.statSync(file).isDirectory()) return answer.writeHead(404).end();
  answer.writeHead(200, { 'content-type': types[file.split('.').pop()] || 'application/octet-stream', 'content-security-policy': policy });
  answer.end(fs.readFileSync(file));
});
await new Promise(done => server.listen(0, '127.0.0.1', done));
const overHttp = `http://127.0.0.1:${server.address().port}/`;
const onDisk = pathToFileURL(path.resolve(site)).href + '/';

const browser = await chromium.launch({
  executablePath: process.env.TRAGALUZ_CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});

const watch = async (context, root) => {
  const page = await context.newPage();
  page.on('request', request => expect(request.url().startsWith(root) || request.url().startsWith('data:'), `${root}: asks for ${request.url()}`));
  page.on('pageerror', error => faults.push(`${root}: ${error}`));
  page.on('console', message => { if (message.type() === 'error') faults.push(`${root}: ${message.text()}`); });
  return page;
};
const answer = async page => {
  await page.waitForFunction(() => {
    const said = document.getElementById('said').textContent;
    return said && said !== document.getElementById('find').dataset.wait;
  });
  return page.evaluate(() => ({
    said: document.getElementById('said').textContent,
    none: !document.getElementById('none').hidden,
    found: [...document.querySelectorAll('#found > li')].map(item => ({
      title: item.querySelector('a').textContent,
      href: item.querySelector('a').getAttribute('href'),
      text: item.innerText,
      elements: item.querySelectorAll('*').length,
    })),
  }));
};

for (const { page: where, query, first, count } of queries) {
  const all = [];
  for (const root of [onDisk, overHttp]) {
    const context = await browser.newContext();
    const page = await watch(context, root);
    await page.goto(root + where);
    await page.focus('#q');
    await page.keyboard.type(query);
    await page.keyboard.press('Enter');
    const typed = await answer(page);
    const address = page.url();
    expect(address.includes('q=' + encodeURIComponent(query)), `${address} does not hold the query “${query}”`);
    const shared = await watch(context, root);
    await shared.goto(address);
    const given = await answer(shared);
    expect(JSON.stringify(given) === JSON.stringify(typed), `${root}: “${query}” by its address finds other things`);
    if (count !== undefined) expect(typed.said.replace(/\D/g, '') === String(count), `${root}: “${query}”: ${typed.said}, not ${count}`);
    if (first) {
      expect(typed.found[0]?.href === first, `${root}: “${query}” finds ${typed.found[0]?.href} first, not ${first}`);
      // A result leads to its page, and back comes the list.
      await page.click('#found a');
      expect(await page.locator('h1').count() === 1, `${root}: ${first} has no heading`);
      await page.goBack();
      const again = await answer(page);
      expect(again.found.length === typed.found.length, `${root}: “${query}”: back from a result, the list is another`);
    } else {
      expect(typed.none, `${root}: “${query}” finds nothing, and no help is shown`);
    }
    expect(typed.found.every(item => item.elements <= 8), `${root}: “${query}”: a result is markup`);
    all.push(typed);
    await context.close();
  }
  expect(JSON.stringify(all[0]) === JSON.stringify(all[1]), `“${query}” finds other things on the disk than over HTTP`);
}

// One query after another on the same page, then back.
{
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  const page = await watch(context, overHttp);
  const asked = queries.filter(q => q.page === queries[0].page && q.first).slice(0, 2);
  await page.goto(overHttp + asked[0].page);
  for (const { query, first } of asked) {
    await page.fill('#q', query);
    await page.click('#find button');
    await page.waitForFunction(href => document.querySelector('#found a')?.getAttribute('href') === href, first);
  }
  await page.goBack();
  await page.waitForFunction(href => document.querySelector('#found a')?.getAttribute('href') === href, asked[0].first);
  expect(await page.inputValue('#q') === asked[0].query, 'back, the form holds another query');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= 320), 'results scroll sideways at 320 px');
  await context.close();
}

// Without JavaScript.
for (const root of [onDisk, overHttp]) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await watch(context, root);
  await page.goto(root + queries[0].page);
  expect(await page.locator('noscript p').isVisible(), `${root}: nothing says that the form leads to the index`);
  await page.fill('#q', queries[0].query);
  await page.click('#find button');
  await page.waitForURL(url => url.pathname.endsWith('/a-z/index.html'));
  expect(await page.locator('main li a').count() > 0, `${root}: the index lists nothing`);
  await context.close();
}

await browser.close();
server.close();
if (faults.length) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`${queries.length} queries`);
