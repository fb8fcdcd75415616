// Ways to cut a list: open beside it on a desktop, each with a count; behind one "Filter" on a telephone, which opens them;
// none for a list of fewer than twelve. A page that is cut by a value says how all stand, and leads back without the value.
export const name = 'facets';

const FEWEST = 12;
const SIZES = [
  { width: 1280, open: true },
  { width: 390, open: false },
];
// Lists of commitments and of milestones that are cut by a fact of no page of its own.
const CUT = /\/(commitments|milestones)\/(?!sorted\/)[^/]+\/[^/]+\.html$/;

export async function run({ on, kind }) {
  const { has, faults: found } = await on.tab.evaluate(whole, { fewest: FEWEST, cut: CUT.source, kind });
  if (!has) return found;
  for (const { width, open } of SIZES) {
    await on.tab.setViewportSize({ width, height: 844 });
    const faults = await on.tab.evaluate(look, open);
    found.push(...faults.map((what) => `${width} px: ${what}`));
  }
  return found;
}

/* In the page: what is right at any width. */
function whole({ fewest, cut, kind }) {
  const faults = [];
  const nav = document.querySelector('nav.facets');
  const values = [...(nav?.querySelectorAll('dl dd:has(a)') ?? [])];
  const current = nav?.querySelector('dl [aria-current]');
  const listed = document.querySelectorAll('main .entry').length;
  if (values.length && listed < fewest && !document.querySelector('main .pager')) faults.push(`a list of ${listed} can be cut`);
  const isCut = kind === 'listing' && new RegExp(cut).test(location.pathname);
  if ((current || isCut) && kind !== 'term' && !nav?.querySelector('ul a')) faults.push('nothing takes away the value by which the list is cut');
  if (isCut && !document.querySelector('main :is(.strip, .alike)')) faults.push('a cut list does not say how all stand');
  const bare = values.filter((dd) => dd.querySelector('a[href]:not([href^="#"])') && !dd.querySelector('.small') && dd !== dd.parentElement.lastElementChild);
  if (bare.length) faults.push(`“${bare[0].textContent.trim()}” has no count`);
  return { has: values.length > 0, faults };
}

/* In the page, at one width. */
function look(open) {
  const faults = [];
  const nav = document.querySelector('nav.facets');
  const [filter, ...others] = nav.querySelectorAll('details');
  const list = nav.querySelector('dl');
  if (others.length) faults.push('more than one “Filter”');
  if (list.checkVisibility() !== open) faults.push(open ? 'the ways to cut the list are hidden' : 'the ways to cut the list are open');
  if (open) {
    if (filter?.checkVisibility()) faults.push('“Filter” hides nothing here');
  } else if (!filter?.checkVisibility()) faults.push('no “Filter”');
  else {
    filter.open = true;
    if (!list.checkVisibility()) faults.push('“Filter” opens nothing');
    filter.open = false;
  }
  return faults;
}
