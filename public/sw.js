// Keeps the app and its frameworks, so that they open offline. It fetches from its own folder of its own host only,
// never touches what the person entered, and answers for nothing that it does not know.

const HOME = self.registration.scope;
// A host may have other copies of the app below other paths, and caches are the host's. failure.js says the same.
const CACHE = `touchstone ${HOME}`;
const CATALOG = new URL("frameworks/catalog.json", HOME).href;
const GUIDES = new URL("frameworks/guides.json", HOME).href;
// How long a slow host is waited for before the kept copy is shown.
const PATIENCE = 5000;

/** Ends when all that was asked to be kept is kept. */
let keeping = Promise.resolve();

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  if (event.data !== "keep") return;
  // One after the other: two at once, of an older page and a newer one, would each let go of the other's files.
  keeping = keeping.then(keepAll, keepAll);
  // What could not be kept is tried again at the next visit.
  event.waitUntil(keeping.then(() => event.source.postMessage("ready"), console.warn));
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  url.hash = url.search = "";
  if (event.request.method !== "GET" || !url.href.startsWith(HOME)) return;
  if (url.href === HOME || url.href === `${HOME}index.html`) event.respondWith(newest(HOME));
  else if (url.href.startsWith(`${HOME}frameworks/`)) event.respondWith(newest(url.href, true));
  else if (event.request.cache !== "no-store") event.respondWith(isFixed(url) ? kept(event.request) : newest(url.href));
});

/** Whether a file's name holds its digest. */
function isFixed({ pathname }) {
  return /-[0-9a-f]{8,}(_bg)?\.[a-z]+$/.test(pathname);
}

/** A file whose name holds its digest never changes: the copy is as good. */
async function kept(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request)) ?? fetch(request);
}

/**
 * A file that may change: from the host if it answers with such a file, or else the copy. A document is kept as it comes,
 * until the host says that it is gone: then the app can name it.
 */
async function newest(url, isDocument = false) {
  const cache = await caches.open(CACHE);
  const copy = await cache.match(url);
  try {
    const answer = await fetch(url, { cache: "no-cache", signal: copy && AbortSignal.timeout(PATIENCE) });
    if (isDocument && (answer.status === 404 || answer.status === 410)) {
      await cache.delete(url);
      return answer;
    }
    // A network's login page answers with 200, from elsewhere or in place of the document.
    if (!answer.ok || answer.redirected || (isDocument && !(await isJson(answer)))) return copy ?? answer;
    // On a full disk it can be read all the same.
    if (isDocument || (copy && url !== HOME)) await cache.put(url, answer.clone()).catch(console.warn);
    return answer;
  } catch (error) {
    if (copy) return copy;
    throw error;
  }
}

/**
 * Whether it says that it is JSON, or looks like it: not every host knows the type of such a file.
 * @param {Response} answer
 */
async function isJson(answer) {
  if (/^(application|text)\/json\s*(;|$)/i.test(answer.headers.get("content-type") ?? "")) return true;
  return /^\s*\{/.test(await answer.clone().text());
}

/**
 * Keeps the page last, after every file that it names, so that what is kept is whole at any time; then the frameworks;
 * then lets go of what neither names any more.
 */
async function keepAll() {
  const cache = await caches.open(CACHE);
  const page = await fetch(HOME, { cache: "no-cache" });
  const text = await page.text();
  // A host's error page or a network's login page is not the app.
  if (!page.ok || !/name="?touchstone/.test(text)) throw new Error(`${HOME} is not the app`);
  const files = [...text.matchAll(/\s(?:href|src|data-js|data-wasm|data-css)="?([^"\s>]+)/g)].map(([, name]) => name);
  const named = within(files, HOME);
  await Promise.all(named.map(async (url) => (await cache.match(url)) ?? cache.add(url)));
  // Made anew, since browsers refuse a page that was redirected, as from the folder to its index.html.
  await cache.put(HOME, new Response(text, page));

  const catalog = await newest(CATALOG, true);
  const { frameworks } = await catalog.json();
  const documents = within(frameworks.map(({ file }) => file), CATALOG);
  for (const url of documents) await newest(url, true);
  // A host may have none.
  await newest(GUIDES, true).catch(console.warn);

  const wanted = new Set([HOME, CATALOG, GUIDES, ...named, ...documents]);
  for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
}

/** The addresses of these names, as long as they lie in the app's own folder. */
function within(names, base) {
  return names.map((name) => new URL(name, base).href).filter((url) => url.startsWith(HOME));
}
