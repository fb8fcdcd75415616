// The search page's script, and the only one of a portal. Without it the page's form leads to the A–Z index.
//
// It loads the index by script tags, never by fetch, so that it works from a folder on a disk as well as from a host.
// A query loads `index.js` once, at most MOST files of words (`w….js`), and the files of the things it shows (`d….js`).
// The form of these files is told in src/emit/search/pack.rs. Folding is that of src/text/fold.rs.
//
// When the site is made, lines that are comments and spaces before lines are dropped; so no text may span lines.

(() => {
  const $ = id => document.getElementById(id);
  const form = $('find'), said = $('said'), found = $('found'), more = $('more'), none = $('none'), answer = $('answer');
  const words = form.dataset;
  const MOST = 5, SHOWN = 8, PER = 5;
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

  const find = async text => {
    const index = await load('index');
    const all = [...new Set(fold(text))].filter(w => !index.stop.includes(w) && !/^[a-z]$/.test(w));
    const wanted = all.slice(0, MOST);
    const file = word => {
      let at = index.cuts.length - 1;
      while (at && index.cuts[at] > word) at--;
      return at;
    };
    let room = MOST - wanted.length, cut = all.length > MOST, scores;
    for (const word of wanted) {
      const isLast = word == wanted[wanted.length - 1];
      const term = index.plurals.reduce((w, [from, to]) => w.replace(new RegExp(from, 'u'), to), word);
      const names = new Set([file(term)]);
      for (let at = file(word); isLast && at <= file(word + '\uffff'); at++) {
        if (names.has(at)) continue;
        if (room-- > 0) names.add(at);
        else { cut = true; break; }
      }
      const whole = new Map(), begun = new Map();
      for (const data of await Promise.all([...names].map(n => load('w' + n)))) lines(data, (own, lists) => {
        const hits = own == term ? whole : own.startsWith(word) ? begun : 0;
        if (hits) lists.forEach((list, field) => places(list).forEach(place => {
          const score = (hits == whole ? 3 : 1) * [9, 3, 1][field];
          if (score > (hits.get(place) || 0)) hits.set(place, score);
        }));
      });
      const hits = isLast || !whole.size ? new Map([...begun, ...whole]) : whole;
      scores = new Map([...hits].filter(([p]) => !scores || scores.has(p))
        .map(([p, score]) => [p, score + (scores ? scores.get(p) : 0)]));
    }
    return { index, cut, places: [...scores || []].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([p]) => p) };
  };

  const number = n => n.toLocaleString(document.documentElement.lang);

  // The template has four places: title, summary, kind, weight. Words are put in as text, never as markup.
  const show = async (result, from) => {
    const own = run, part = result.places.slice(from, from + SHOWN);
    const data = await Promise.all(part.map(p => load('d' + (p / PER | 0))));
    if (own != run) return;
    part.forEach((p, i) => {
      const [title, href, kind, bytes, summary, lang] = data[i][p % PER];
      const item = $('row').content.cloneNode(true).firstElementChild;
      const parts = item.querySelectorAll('[data-f]');
      [title, summary, result.index.kinds[kind], words.weight.replace('%', number(bytes))].forEach((text, at) => {
        parts[at].textContent = text;
        if (lang && at < 2) { parts[at].lang = lang; parts[at].dir = 'auto'; }
      });
      parts[0].href = href;
      summary || parts[1].remove();
      found.append(item);
      if (from && !i) parts[0].focus();
    });
    more.hidden = result.places.length <= from + SHOWN;
    more.onclick = () => show(result, from + SHOWN).catch(failed);
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
      const count = result.places.length;
      await show(result, 0);
      if (own != run) return;
      said.textContent = words.count.replace('%', number(count))
        + (result.cut ? ' ' + words.cut : '');
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
