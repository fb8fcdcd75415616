// A page says the same with and without JavaScript. The search page may offer its field only where it works.
export const name = 'scripts';

const words = () => document.body.innerText.replace(/\s+/g, ' ').trim();

export async function run({ on, off, kind }) {
  if (kind === 'search') return [];
  const [with_, without] = [await on.tab.evaluate(words), await off.tab.evaluate(words)];
  if (with_ === without) return [];
  let at = 0;
  while (with_[at] === without[at]) at += 1;
  return [`with JavaScript “${with_.slice(at, at + 60)}”, without “${without.slice(at, at + 60)}”`];
}
