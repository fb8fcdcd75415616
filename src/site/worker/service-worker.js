// Keeps the pages that a reader opened. The network is asked first; what was kept is shown where there is none.
const W = WORDS, M = 60;
addEventListener("install", () => skipWaiting());
addEventListener("activate", e => e.waitUntil(clients.claim()));
addEventListener("fetch", e => e.request.mode == "navigate" && e.respondWith(answer(e)));
async function answer(e) {
const q = e.request, c = await caches.open(registration.scope);
try {
const a = await fetch(q);
if (a.ok && /html/.test(a.headers.get("content-type"))) e.waitUntil(keep(c, q.url.split(/[?#]/)[0], a.clone()));
return a;
} catch (_) {
return await c.match(q, {ignoreSearch: true}) || list(c, q.url.slice(registration.scope.length));
}
}
// The oldest go.
async function keep(c, u, a) {
await c.delete(u);
await c.put(u, a);
for (const k of (await c.keys()).slice(0, -M)) await c.delete(k);
}
async function list(c, path) {
const w = W[path.split("/")[0]] || W[""];
let t = "";
for (const k of (await c.keys()).reverse()) t += `<li><a href="${k.url}">${((await (await c.match(k)).text()).match(/<title>([^]*?)<\/title/) || [, k.url])[1]}</a>`;
return new Response(`<!DOCTYPE html><html lang="${w[0]}" dir="${w[1]}"><meta name="viewport" content="width=device-width"><title>${w[2]}</title><h1>${w[2]}</h1><p>${w[3]}<ul>${t}</ul>`, {status: 503, headers: {"content-type": "text/html;charset=utf-8"}});
}
