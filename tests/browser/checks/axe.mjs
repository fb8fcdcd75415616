// axe-core: WCAG 2.2 AA and its best practices, at three widths in both schemes.
export const name = 'axe';

const WIDTHS = [320, 360, 1280];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function run({ on, axe }) {
  const found = new Map();
  await on.tab.evaluate(axe);
  for (const scheme of ['light', 'dark']) {
    await on.tab.emulateMedia({ colorScheme: scheme });
    for (const width of WIDTHS) {
      await on.tab.setViewportSize({ width, height: 800 });
      const violations = await on.tab.evaluate(async (tags) => {
        const options = { resultTypes: ['violations'], runOnly: { type: 'tag', values: tags }, preload: false, iframes: false };
        const result = await window.axe.run(document, options);
        return result.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => `${n.target} ${n.html.slice(0, 120)}`).join(' | ')}`);
      }, TAGS);
      for (const what of violations) found.set(what, [...(found.get(what) ?? []), `${width} ${scheme}`]);
    }
  }
  await on.tab.emulateMedia({ colorScheme: 'light' });
  return [...found].map(([what, where]) => `${what} (${where.join(', ')})`);
}
