// The search page's script, and the only one of a portal. Without it the page's form leads to the A–Z index.
//
// It loads the index by script tags, never by fetch, so that it works from a folder on a disk as well as from a host.
// A query loads `index.js` once, at most MOST files of words (`w….js`, `r….js`), the files of the things it shows (`d….js`), and
// at most ROOM of those that tell where the rows of the values are that it found (`v….js`).
// The form of these files is told in src/site/search/pack.rs. Folding is that of crates/text/src/fold.rs.
//
// When the site is made, lines that are comments and spaces before lines are dropped; so no text may span lines.

(() => {
  const $ = id => document.getElementById(id);
  const form = $('find'), said = $('said'), found = $('found'), more = $('more'), none = $('none'), answer = $('answer');
  const words = form.dataset;
  const MOST = 7, SHOWN = 8, PER = 4, ROOM = 4, RANKS = [1, .8, .35];
  const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]/g;
  const ALONE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/gu;
  const WORD = /[\p{Alphabetic}\p{M}\p{N}]{1,40}/gu;

  // A file of the index: it calls `tragaluz` with the index's mark, which all files of one build share, and its data.
  const files = {};
  let mark, run = 0;
  self.tragaluz = (its, data) => document.currentScript.data = [its, data];
  const load = name => files[name] = files[name] || new Promise((good, bad) => {
    const script = document.createElement('script');
    const fail = () => { delete files[name]; bad(); };
    script.src = words.index + name + '.js';
    script.onerror = fail;
    script.onload = () => {
      const [its, data] = script.data || [];
      mark = mark || its;
      its && its == mark ? good(data) : fail();
    };
    document.head.append(script);
  });

  const fold = text => text.normalize('NFKD').replace(MARKS, '').toLowerCase()
    .replace(ALONE, ' $& ').match(WORD) || [];

  // Places of things from a list: gaps in five bits a sign, the sixth saying that more follow; or after `*` a bit each.
  const places = list => {
    const out = [];
    let at = -1, gap = 0, shift = 0;
    if (list[0] == '*') {
      for (let i = 0; i < 6 * (list.length - 1); i++) DIGITS.indexOf(list[1 + (i / 6 | 0)]) >> i % 6 & 1 && out.push(i);
    } else {
      for (const sign of list) {
        const bits = DIGITS.indexOf(sign);
        gap |= (bits & 31) << shift;
        if (bits > 31) shift += 5;
        else { out.push(at += gap + 1); gap = shift = 0; }
      }
    }
    return out;
  };

  // Every line of a file of words: the word, and lists of the things that have it in title, summary and text.
  const lines = (text, each) => {
    let last = '';
    for (const line of text.split(' ')) {
      const [own, ...lists] = line.slice(1).split('.');
      each(last = last.slice(0, DIGITS.indexOf(line[0])) + own, lists);
    }
  };

  // Whether two words differ by one letter more, less or other, or by two that changed places.
  const near = (a, b) => {
    let at = 0;
    while (at < a.length && a[at] == b[at]) at++;
    const x = a.slice(at), y = b.slice(at), rest = x.slice(1);
    return rest == y.slice(1) || rest == y || x == y.slice(1) || x[0] == y[1] && x[1] == y[0] && x.slice(2) == y.slice(2);
  };
  const turned = word => [...word].reverse().join('');

  // Files loaded so far are `room` less than MOST. Each word has `hits`: what it is worth in each place, by where it is, and
  // by how seldom it is. Pages with all words are the answer; where there is none, those that come nearest.
  const find = async text => {
    const index = await load('index');
    const all = [...new Set(fold(text))];
    let wanted = all.filter(w => !index.stop.includes(w) && !/^[a-z]$/.test(w));
    if (!wanted[0]) wanted = all;
    const last = wanted[wanted.length - 1], total = index.ends[2], open = new Set(), instead = [];
    let cut = false;
    // The files between two words: of `w` files, or of `r` files by their own beginnings.
    const between = (cuts, from, to, kind = 'w') => cuts.flatMap((word, at) =>
      word <= to && !(cuts[at + 1] <= from) ? [kind + at] : []);
    const read = async (names, each) => {
      const fit = names.filter(name => open.has(name) || open.size < MOST && open.add(name));
      if (fit.length < names.length) cut = true;
      for (const data of await Promise.all(fit.map(load))) lines(data, each);
    };
    const singular = word => index.plurals.reduce((w, [from, to]) => w.replace(new RegExp(from, 'u'), to), word);
    // The longest words tell most; what there is no room for is left out.
    const found = [];
    for (const word of [...wanted].sort((a, b) => b.length - a.length)) {
      const term = singular(word), hits = new Map(), begun = new Map();
      const take = (into, worth, lists, own) => lists.forEach((list, field) => places(list).forEach(place => {
        const score = worth * [9, 3, 1][field];
        if (score > (into.get(place) || [0])[0]) into.set(place, [score, own]);
      }));
      await read([...new Set([...between(index.cuts, term, term), ...between(index.cuts, word, word == last ? word + '\uffff' : word)])], (own, lists) =>
        own == term ? take(hits, 1, lists, own) : own.startsWith(word) && take(begun, .4, lists, own));
      if (word == last || !hits.size) for (const [place, hit] of begun) if (!hits.has(place)) hits.set(place, hit);
      if (!hits.size && word.length > 3 && !/\d/.test(word)) {
        const spelt = new Set(), half = term.length >> 1, begins = term.slice(0, half), ends = turned(term.slice(half + 1));
        const note = own => (near(own, term) || near(own, word)) && spelt.add(own);
        const some = index.back.length;
        await read(some ? between(index.back, ends, ends + '\uffff', 'r') : [], own => note(turned(own)));
        await read(between(index.cuts, some ? begins : '', some ? begins + '\uffff' : '\uffff'), note);
        await read([...new Set([...spelt].flatMap(own => between(index.cuts, own, own)))], (own, lists) =>
          spelt.has(own) && take(hits, .6, lists, own));
        if (spelt.size) instead.push(...spelt);
      }
      const worth = Math.log(1 + total / (hits.size || 1));
      found.push({ word, hits, worth });
    }
    const sums = new Map();
    for (const { word, hits, worth } of found) for (const [place, [score, own]] of hits) {
      const sum = sums.get(place) || { place, score: 0, words: [] };
      sum.score += score * worth * RANKS[index.ends.findIndex(end => place < end)];
      sum.words.push(own);
      sums.set(place, sum);
    }
    let results = [...sums.values()].sort((a, b) => b.score - a.score || a.place - b.place);
    const isWhole = one => one.words.length == found.length, best = results.find(isWhole), some = !best && results.length > 0;
    const least = best ? best.score : results.length && results[0].score / 3;
    results = results.filter(one => best && isWhole(one) || one.score > least);
    return { index, cut, some, instead, results, singular };
  };

  // Links to the rows of values in files that tell where they are: first those of which every word was found; then those of
  // which a third was, by words that are in none of the former.
  const rows = (files, own, { index, singular }) => {
    const all = new Map(), used = new Map();
    for (const [start, ...values] of files) for (const [value, rest, also, table] of values) {
      const [hit, part] = [value, also || ''].map(text => {
        const its = new Set(fold(text).filter(w => !index.stop.includes(w) && !/^[a-z]$/.test(w)).map(singular));
        const hit = [...its].filter(term => own.has(term));
        return [hit, hit.length / (its.size || 1)];
      }).sort((a, b) => b[1] - a[1])[0];
      if (part > .3) all.set(start + rest, { href: start + rest, value, table, hit, part });
    }
    return [...all.values()].sort((a, b) => (b.part == 1) - (a.part == 1) || b.hit.length - a.hit.length || b.part - a.part)
      .filter(({ value, hit, part }) => {
        const fits = hit.some(term => !used.has(term) || used.get(term) == value);
        if (fits && part == 1) for (const term of hit) used.set(term, value);
        return fits;
      }).slice(0, 3);
  };

  const number = n => n.toLocaleString(document.documentElement.lang);

  // The template has places: title, summary, kind, weight, facts, words, links to rows. Words are put in as text, never as markup.
  const show = async (answer, from) => {
    const own = run, part = answer.results.slice(from, from + SHOWN);
    const data = await Promise.all(part.map(({ place }) => load('d' + (place / PER | 0))));
    if (own != run) return;
    let room = ROOM;
    const whole = part.map(async (one, i) => {
      const [title, href, kind, bytes, summary, facts, lang, many] = data[i][one.place % PER];
      const item = $('row').content.cloneNode(true).firstElementChild;
      const parts = item.querySelectorAll('[data-f]');
      // Words as the page writes them, where title or summary have them.
      const written = (title + ' ' + summary).match(WORD) || [];
      const its = one.words.map(term => written.find(word => answer.singular(fold(word)[0] || '') == term) || term);
      [title, summary, answer.index.kinds[kind], words.weight.replace('%', number(bytes)), facts,
        words.words.replace('%', its.join(', '))].forEach((text, at) => {
        const place = parts[at];
        if (!place) return;
        place.textContent = text;
        if (lang && at < 2) { place.lang = lang; place.dir = 'auto'; }
        text || place.remove();
      });
      parts[0].href = href;
      found.append(item);
      if (from && !i) parts[0].focus();
      const terms = new Set(one.words), place = parts[6];
      if (!place) return;
      const names = many ? [...new Set([...terms].map(term =>
        'v' + one.place + '-' + [...term].reduce((sum, c) => (sum * 31 + c.codePointAt()) % 65521, 0) % many))].slice(0, room) : [];
      room -= names.length;
      const links = rows(await Promise.all(names.map(load)).catch(() => []), terms, answer);
      for (const { href, value, table } of links) {
        const link = document.createElement('a');
        link.href = href;
        link.textContent = words.rows.replace('%', () => value) + (table ? ' · ' + table : '');
        place.append(link, document.createElement('br'));
      }
      links[0] || place.remove();
    });
    more.hidden = answer.results.length <= from + SHOWN;
    more.onclick = () => show(answer, from + SHOWN).catch(failed);
    await Promise.all(whole);
  };

  const failed = () => { said.textContent = words.failed; };

  const look = async () => {
    const text = form.q.value.trim(), own = ++run;
    found.textContent = said.textContent = '';
    more.hidden = none.hidden = true;
    answer.hidden = !text;
    if (!text) return;
    said.textContent = words.wait;
    try {
      const result = await find(text);
      if (own != run) return;
      const count = result.results.length;
      await show(result, 0);
      if (own != run) return;
      said.textContent = [(result.some ? words.some : words.count).replace('%', number(count)),
        result.instead[0] ? words.near.replace('%', result.instead.join(', ')) : '',
        result.cut ? words.cut : ''].filter(Boolean).join('. ');
      none.hidden = count > 0;
    } catch (e) {
      if (own == run) failed();
    }
  };

  // The query stands in the address, after `?`, or after `#` where a browser leaves addresses of files alone.
  const read = () => {
    const given = new URLSearchParams(location.hash.startsWith('#q=') ? location.hash.slice(1) : location.search);
    form.q.value = given.get('q') || '';
    look();
  };
  form.onsubmit = event => {
    event.preventDefault();
    const query = 'q=' + encodeURIComponent(form.q.value.trim());
    try { history.pushState(null, '', '?' + query); look(); } catch (e) {
      if (location.hash == '#' + query) look();
      else location.hash = query;
    }
  };
  self.onpopstate = read;
  form.q.onfocus = () => load('index').catch(() => {});
  read();
})();
