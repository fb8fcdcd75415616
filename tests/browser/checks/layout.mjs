// Nothing scrolls sideways, sticks out of its box, is cut off or lies over other words: on a small telephone, on a
// large screen, at 200 % zoom and with text of twice the size.
export const name = 'layout';

const SIZES = [
  { width: 320, root: '' },
  { width: 360, root: '' },
  { width: 640, root: '' }, // 1280 px at 200 %
  { width: 1280, root: '' },
  { width: 1280, root: '200%' },
];

export async function run({ on }) {
  const found = [];
  for (const { width, root } of SIZES) {
    await on.tab.setViewportSize({ width, height: 800 });
    const faults = await on.tab.evaluate(look, root);
    found.push(...faults.map((what) => `${width} px${root ? `, text at ${root}` : ''}: ${what}`));
  }
  return found;
}

/* In the page. */
function look(root) {
  document.documentElement.style.fontSize = root;
  const faults = new Set();
  const html = document.documentElement;
  if (html.scrollWidth > html.clientWidth) faults.add(`the page is ${html.scrollWidth} px wide`);

  const named = (element) => `${element.tagName.toLowerCase()}${element.className && typeof element.className === 'string' ? `.${element.className.trim().replace(/\s+/g, '.')}` : ''}`;
  const style = (element) => getComputedStyle(element);
  const scrolls = (element) => ['auto', 'scroll'].includes(style(element).overflowX) || ['auto', 'scroll'].includes(style(element).overflowY);
  const boxes = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || !parent.checkVisibility?.({ visibilityProperty: true }) || parent.closest('.skip, title, desc')) continue;
    let window_ = null; // what may be seen of it, inside scrolling boxes
    let block = null;
    let moves = false; // stays in place while others scroll
    for (let up = parent; up && up !== document.body; up = up.parentElement) {
      const how = style(up);
      if (['sticky', 'fixed'].includes(how.position)) moves = true;
      if (!block && !how.display.startsWith('inline') && !(up instanceof SVGElement && up.tagName !== 'svg')) block = up;
      if (!window_ && scrolls(up)) window_ = up.getBoundingClientRect();
      if (['hidden', 'clip'].includes(how.overflowX) && up.tagName !== 'svg' && up.clientWidth > 1
        && (up.scrollWidth > up.clientWidth + 1 || up.scrollHeight > up.clientHeight + 1)) faults.add(`${named(up)} is cut off: “${node.data.trim().slice(0, 40)}”`);
    }
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = parent instanceof SVGElement ? [parent.getBoundingClientRect()] : [...range.getClientRects()];
    const outer = block?.getBoundingClientRect();
    for (const rect of rects) {
      if (rect.width < 1 || rect.height < 1) continue;
      const words = node.data.trim().slice(0, 40);
      if (outer && outer.width > 1 && (rect.right > outer.right + 2 || rect.left < outer.left - 2)) faults.add(`“${words}” sticks out of ${named(block)}`);
      if (block?.tagName === 'svg' && (rect.bottom > outer.bottom + 2 || rect.top < outer.top - 2)) faults.add(`“${words}” sticks out of its chart`);
      if (moves) continue;
      // Ascenders and descenders of neighbouring lines may touch: the middle may not.
      const box = { left: rect.left + 1, right: rect.right - 1, top: rect.top + rect.height * 0.3, bottom: rect.bottom - rect.height * 0.3, words, node };
      if (window_) {
        box.left = Math.max(box.left, window_.left);
        box.right = Math.min(box.right, window_.right);
        box.top = Math.max(box.top, window_.top);
        box.bottom = Math.min(box.bottom, window_.bottom);
      }
      if (box.right - box.left > 1 && box.bottom - box.top > 1) boxes.push(box);
    }
  }
  boxes.sort((a, b) => a.top - b.top);
  for (let i = 0; i < boxes.length; i += 1) {
    for (let j = i + 1; j < boxes.length && boxes[j].top < boxes[i].bottom; j += 1) {
      const [a, b] = [boxes[i], boxes[j]];
      if (a.node !== b.node && a.left < b.right - 1 && b.left < a.right - 1) faults.add(`“${a.words}” and “${b.words}” lie over each other`);
    }
  }
  document.documentElement.style.fontSize = '';
  return [...faults].slice(0, 12);
}
