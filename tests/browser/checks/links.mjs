// Every page opened from the disk: no link is broken, absolute or leads to a folder.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const name = 'links';

/* In the page. */
function gather() {
  const links = [];
  for (const element of document.querySelectorAll('[href], [src], [srcset], [action], [poster], [data]')) {
    for (const attribute of ['href', 'src', 'action', 'poster', 'data']) {
      const raw = element.getAttribute(attribute);
      if (raw !== null && element.namespaceURI === 'http://www.w3.org/1999/xhtml') links.push({ tag: element.localName, raw });
    }
    for (const candidate of (element.getAttribute('srcset') ?? '').split(',')) {
      const raw = candidate.trim().split(/\s+/)[0];
      if (raw) links.push({ tag: 'srcset', raw });
    }
  }
  return { links, anchors: [...document.querySelectorAll('[id]')].map((element) => element.id) };
}

export async function crawl({ browser, folder, pages, base, all, fault }) {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  const tabs = [];
  const seen = new Map();
  await all(pages, async (page) => {
    const tab = tabs.pop() ?? (await context.newPage());
    const own = pathToFileURL(path.join(folder, page)).href;
    await tab.goto(own, { waitUntil: 'domcontentloaded' });
    seen.set(page, { own, ...(await tab.evaluate(gather)) });
    tabs.push(tab);
  });
  await context.close();
  const anchors = new Map([...seen].map(([page, { anchors: ids }]) => [path.join(folder, page), new Set(ids)]));
  for (const [page, { own, links }] of seen) {
    const said = new Set();
    for (const { tag, raw } of links) {
      const what = wrong(tag, raw, { page, own, base, folder, anchors });
      if (what && !said.has(what)) fault(name, page, what);
      said.add(what);
    }
  }
}

function wrong(tag, raw, { page, own, base, folder, anchors }) {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(raw)?.[1].toLowerCase();
  if (raw.startsWith('//')) return `leads to no scheme: ${raw}`;
  // The page for lost readers is shown at any address, so it alone leads everywhere by full ones.
  const lost = path.basename(page) === '404.html';
  if (scheme) {
    if (!lost && tag === 'a' && base && raw.startsWith(base)) return `leads to this portal by its full address: ${raw}`;
    // An image, script or style of another host would be asked for; `origin` tells when it is.
    return scheme === 'file' ? `leads into a disk: ${raw}` : null;
  }
  if (raw.startsWith('/')) return lost ? null : `is absolute: ${raw}`;
  const url = new URL(raw, own);
  const file = fileURLToPath(url.href.replace(/[?#].*$/, ''));
  if (!file.startsWith(folder)) return `leads out of the site: ${raw}`;
  if (!fs.existsSync(file)) return `is broken: ${raw}`;
  if (fs.statSync(file).isDirectory()) return `leads to a folder: ${raw}`;
  const anchor = decodeURIComponent(url.hash.slice(1));
  if (anchor && file.endsWith('.html') && !anchors.get(file)?.has(anchor)) return `has no such place: ${raw}`;
  return null;
}
