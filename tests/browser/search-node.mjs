// Runs the search page's script without a browser: `node search-node.mjs PAGE QUERIES`, where PAGE is a finished
// `search.html` and QUERIES a JSON list of texts. Writes a JSON list: for each query the addresses found, what the first results show, their links to
// rows of values, the message, the bytes of index that it loaded, and the files.
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

const [page, queries] = process.argv.slice(2);
const html = fs.readFileSync(page, 'utf8');
const script = html.match(/<script>([\s\S]*?)<\/script>/)[1];
const unescaped = text => text.replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
const dataset = Object.fromEntries([...html.match(/<form[^>]*>/)[0].matchAll(/data-(\w+)="([^"]*)"/g)].map(m => [m[1], unescaped(m[2])]));

const element = () => ({
  children: [], text: '', dataset,
  appendChild(child) { this.children.push(child); return child; },
  append(...children) { for (const child of children) this.appendChild(child); },
  set textContent(text) { this.text = text; this.children = []; },
  get textContent() { return this.text; },
  focus() {},
});
const ids = Object.fromEntries(['find', 'said', 'found', 'more', 'none', 'answer'].map(id => [id, element()]));
ids.row = {
  content: {
    cloneNode: () => {
      const parts = [0, 1, 2, 3, 4, 5, 6].map(() => ({ ...element(), remove() {} }));
      return { firstElementChild: { parts, querySelectorAll: () => parts } };
    },
  },
};
ids.find.q = { value: '', focus() {} };
let loaded = [];
const context = vm.createContext({
  document: {
    getElementById: id => ids[id],
    createElement: element,
    documentElement: { lang: html.match(/<html lang="([^"]*)"/)[1] },
    head: {
      append(tag) {
        const file = path.join(path.dirname(page), tag.src);
        const text = fs.readFileSync(file, 'utf8');
        loaded.push([tag.src, Buffer.byteLength(text)]);
        context.document.currentScript = tag;
        vm.runInContext(text, context);
        setTimeout(tag.onload);
      },
    },
  },
  location: { hash: '', search: '' },
  history: { pushState() {} },
  URLSearchParams, encodeURIComponent, console,
});
context.self = context;

const settled = async () => {
  for (let i = 0; i < 500 && (!ids.said.text || ids.said.text === dataset.wait); i++) await new Promise(done => setTimeout(done, 2));
};
const found = () => ids.found.children.map(item => item.parts[0].href);
const results = [];
for (const query of JSON.parse(fs.readFileSync(queries, 'utf8'))) {
  // Everything anew, as for a reader who comes for this one query.
  loaded = [];
  for (const id of Object.values(ids).filter(id => id.children)) { id.text = ''; id.children = []; }
  context.location.search = '?q=' + encodeURIComponent(query);
  vm.runInContext(script, context);
  await settled();
  const first = loaded.reduce((sum, [, bytes]) => sum + bytes, 0);
  const files = loaded.map(([name]) => name);
  // Of each result the links to rows of values, with their words.
  const rows = ids.found.children.map(item => item.parts[6].children.filter(link => link.href).map(link => [link.href, link.textContent]));
  const shown = ids.found.children.map(item => item.parts.map(part => part.textContent));
  while (!ids.more.hidden && ids.found.children.length < 100) {
    const before = ids.found.children.length;
    ids.more.onclick();
    for (let i = 0; i < 500 && ids.found.children.length === before; i++) await new Promise(done => setTimeout(done, 2));
  }
  results.push({ query, found: found(), shown, rows, said: ids.said.text, bytes: first, files });
}
console.log(JSON.stringify(results));
