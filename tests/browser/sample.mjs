// Every page of a site, and which of them stand for the others.
import fs from 'node:fs';
import path from 'node:path';

function* below(folder, inside = '') {
  const entries = fs.readdirSync(path.join(folder, inside), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const at = inside ? `${inside}/${entry.name}` : entry.name;
    if (entry.isDirectory()) yield* below(folder, at);
    else if (entry.name.endsWith('.html')) yield at;
  }
}

export function sample(folder) {
  const pages = [];
  for (const at of below(folder)) {
    const text = fs.readFileSync(path.join(folder, at), 'utf8');
    // Pages that only lead elsewhere have no body to speak of.
    if (/<meta http-equiv="?refresh/i.test(text)) continue;
    const kind = /<body class="k-([a-z-]+)/.exec(text)?.[1] ?? 'none';
    const lang = /<html lang="([^"]*)/.exec(text)?.[1] ?? '';
    pages.push({ path: at, kind, lang, size: text.length, chosen: false });
  }
  const main = pages.find((page) => page.path === 'index.html')?.lang;
  const groups = Map.groupBy?.(pages, (page) => `${page.kind} ${page.lang}`) ?? grouped(pages);
  for (const group of groups.values()) {
    const bySize = [...group].sort((a, b) => a.size - b.size || (a.path < b.path ? -1 : 1));
    bySize.at(-1).chosen = true;
    if (bySize[0].lang === main) bySize[0].chosen = true;
  }
  return pages;
}

function grouped(pages) {
  const groups = new Map();
  for (const page of pages) {
    const key = `${page.kind} ${page.lang}`;
    groups.set(key, [...(groups.get(key) ?? []), page]);
  }
  return groups;
}
