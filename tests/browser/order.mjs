// Whether pages read in the right order: their words are compared as they are seen on each line, from left to right.
//
// Standard input: {"modules", "chromium", "folder", "pages": {path: [what some line must hold]}}. Blanks do not count.
// Standard output: `order<TAB>page<TAB>what` for each fault, then a line `measured<TAB>…`.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const job = JSON.parse(fs.readFileSync(0, 'utf8'));
const { chromium } = createRequire(path.join(job.modules, 'x.js'))('playwright-core');
const browser = await chromium.launch({ executablePath: job.chromium, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
const tab = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true })).newPage();
let measured = 0;
for (const [page, wanted] of Object.entries(job.pages)) {
  await tab.goto(pathToFileURL(path.join(job.folder, page)).href);
  const { lines, faults } = await tab.evaluate(seen);
  measured += lines.length;
  const squeezed = lines.map((line) => line.replace(/\s/g, ''));
  for (const words of wanted) {
    if (!squeezed.some((line) => line.includes(words.replace(/\s/g, '')))) faults.push(`nowhere is read “${words}”`);
  }
  for (const what of faults) process.stdout.write(`order\t${page}\t${what}\n`);
}
await browser.close();
process.stdout.write(`measured\t${measured} lines\n`);

/* In the page: the lines of every block, each in visual order, and sentences whose words changed places. */
function seen() {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const blocks = new Map();
  const sentences = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent.checkVisibility?.({ visibilityProperty: true }) || parent.closest('script, style, svg, template')) continue;
    let block = parent;
    while (getComputedStyle(block).display === 'inline') block = block.parentElement;
    for (const match of node.data.matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const [first] = range.getClientRects();
      if (!first || range.getClientRects().length > 1) continue;
      const word = { text: match[0], x: first.left + first.width / 2, y: first.top + first.height / 2 };
      add(blocks, block, word);
      const sentence = parent.closest('[dir], bdi');
      if (sentence?.dir === 'ltr' && sentence !== document.documentElement) add(sentences, sentence, word);
    }
  }
  const lines = [...blocks.values()].flatMap((words) => broken(words)).map((line) => inOrder(line));
  const faults = [];
  for (const words of sentences.values()) {
    for (const line of broken(words)) {
      const read = line.map((word) => word.text).join(' ');
      if (inOrder(line) !== read) faults.push(`“${read}” is seen as “${inOrder(line)}”`);
    }
  }
  return { lines, faults };

  function add(map, key, word) {
    map.set(key, [...(map.get(key) ?? []), word]);
  }
  // Smaller letters stand a little higher on the same line.
  function broken(words) {
    const lines = [];
    for (const word of words) {
      const line = lines.find((known) => Math.abs(known[0].y - word.y) < 7);
      if (line) line.push(word); else lines.push([word]);
    }
    return lines;
  }
  function inOrder(line) {
    return [...line].sort((a, b) => a.x - b.x).map((word) => word.text).join(' ');
  }
}
