// The name and the menu leave a telephone's screen to the page: 96 px at most, and two fifths of it with text of twice
// the size, where the portal's name is no longer than a name. Whoever opens what is behind "More" finds it inside the screen.
export const name = 'menu';

const SCREEN = { width: 390, height: 844 };
// Letters of the longest name that is looked at: "Portal of open government and open data of the honourable city council of …".
const NAME = 100;
const SIZES = [
  { root: '', most: 96 },
  { root: '200%', most: SCREEN.height * 0.4 },
];

export async function run({ on }) {
  const found = [];
  await on.tab.setViewportSize(SCREEN);
  for (const { root, most } of SIZES) {
    const faults = await on.tab.evaluate(look, { root, most, name: NAME });
    found.push(...faults.map((what) => `${SCREEN.width} px${root ? `, text at ${root}` : ''}: ${what}`));
  }
  return found;
}

/* In the page. */
function look({ root, most, name }) {
  document.documentElement.style.fontSize = root;
  const faults = [];
  const header = document.querySelector('body > header');
  if (header) {
    const called = header.querySelector('a')?.textContent.trim() ?? '';
    const { bottom } = header.getBoundingClientRect();
    if (called.length <= name && bottom + scrollY > most) faults.push(`the page begins at ${Math.round(bottom + scrollY)} px, after ${most}`);
    for (const menu of header.querySelectorAll('details')) {
      menu.open = true;
      const { left, right } = menu.querySelector('ul').getBoundingClientRect();
      if (left < 0 || right > innerWidth + 1) faults.push(`“${menu.querySelector('summary').textContent.trim()}” opens outside of the screen`);
      menu.open = false;
    }
  }
  document.documentElement.style.fontSize = '';
  return faults;
}
