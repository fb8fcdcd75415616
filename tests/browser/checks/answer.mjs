// A page of data answers first: its chart or a table begins on the first screen of a telephone, and of a desktop.
export const name = 'answer';

const KINDS = ['dataset', 'table'];
const SIZES = [
  { width: 390, most: 844 },
  { width: 1280, most: 700 },
];

export async function run({ on, kind }) {
  if (!KINDS.includes(kind)) return [];
  const found = [];
  for (const { width, most } of SIZES) {
    await on.tab.setViewportSize({ width, height: 844 });
    const top = await on.tab.evaluate(begin);
    if (top === null) found.push(`${width} px: no chart and no table`);
    else if (top > most) found.push(`${width} px: the first chart or table begins at ${top} px, after ${most}`);
  }
  return found;
}

/* In the page. A title that fills a screen by itself leaves no place for an answer; a dataset without a file has none. */
function begin() {
  const title = document.querySelector('h1').textContent.length + (document.querySelector('main .lead')?.textContent.length ?? 0);
  if (title > 400 || !document.querySelector('#downloads, #tables')) return 0;
  const shown = [...document.querySelectorAll('main figure svg, main table')].filter((element) => element.checkVisibility());
  const tops = shown.map((element) => element.getBoundingClientRect().top + window.scrollY);
  return tops.length ? Math.round(Math.min(...tops)) : null;
}
