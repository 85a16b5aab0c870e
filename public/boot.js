// Starts the app, and stands in for it when it fails. It is plain JavaScript, since after a panic or a trap the wasm
// can no longer be trusted. It never writes to what is stored, and sends nothing anywhere.

// Names that the app knows too, in src/app/failure.rs and src/app/storage/.
const FAILED = "data-failed";
const FAILED_EVENT = "touchstone:failed";
const NOTHING_KEPT = "data-nothing-kept";
const DATABASE = "touchstone";
const LOCAL_PREFIX = "touchstone.";
const WANTED_EVENT = "touchstone:wanted";
const WANTED = "data-wanted";
const CACHE = "touchstone";

const page = document.documentElement;
// The two programs: the library starts at once, the whole app when a screen is wanted that only it has.
const library = program("touchstone", document.querySelector("link[rel=preload][as=fetch]")?.integrity);
const whole = program("touchstone-whole");

// Text, or one tag with attributes in double quotes: all that a Leptos template is made of.
const TEMPLATE_PART = /[^<]+|<!>|<\/[a-z][\w-]*>|<([a-z][\w-]*)((?:\s+[a-z][\w:.-]*(?:="[^"<>]*")?)*)\s*\/?>/giy;
const ATTRIBUTE = /([\w:.-]+)(?:="([^"]*)")?/g;
const FORBIDDEN_TAG = /^(script|style|link|meta|base|i?frame|frameset|object|embed|template|foreignobject|animate.*|set)$/i;
const FORBIDDEN_ATTRIBUTE = /^(on.*|style|srcdoc|formaction)$/i;
const FORBIDDEN_VALUE = /^[\s\x00-\x1f]*(javascript|vbscript|data):|[\x00-\x08\x0e-\x1f]|&(?!(amp|quot|lt|gt);)/i;

window.trustedTypes?.createPolicy("default", {
  createHTML: checkedTemplate,
  createScriptURL(url) {
    if (new URL(url, document.baseURI).origin === location.origin) return url;
    throw new TypeError(`A script from elsewhere was refused: ${url}`);
  },
});

addEventListener(FAILED_EVENT, (event) => fail(crash(event.detail)));
addEventListener("error", (event) => isOurs(event.error) && fail(crash(event.error)));
addEventListener("unhandledrejection", (event) => isOurs(event.reason) && fail(crash(event.reason)));

addEventListener(WANTED_EVENT, () => start(whole));
const whenIdle = globalThis.requestIdleCallback ?? ((task) => setTimeout(task, 500));

await start(library);
// Ahead of need: it reads the frameworks' files meanwhile, and stands there at once when it is wanted.
whenIdle(() => start(whole));
keepForOffline().catch((error) => console.warn("Touchstone will not open offline:", error));

/**
 * A program as its meta tag names it. A development build leaves the digests open.
 * @typedef {{ js: string, wasm: string, jsIntegrity: string, wasmIntegrity: string, started?: boolean }} Program
 * @returns {Program}
 */
function program(name, wasmIntegrity) {
  const names = document.querySelector(`meta[name=${name}]`).dataset;
  const sealed = (digest) => (/^sha\d+-/.test(digest ?? "") ? digest : "");
  return {
    js: new URL(names.js, document.baseURI).href,
    wasm: new URL(names.wasm, document.baseURI).href,
    jsIntegrity: sealed(names.jsIntegrity),
    wasmIntegrity: sealed(wasmIntegrity ?? names.wasmIntegrity),
  };
}

/** @param {Program} program */
async function start(program) {
  if (program.started) return;
  program.started = true;
  try {
    // An import cannot carry a digest; the preload of the same address does.
    if (program.jsIntegrity) document.head.append(preload(program));
    if (program === whole) await styles();
    const glue = await import(program.js);
    await glue.default({ module_or_path: fetch(program.wasm, { integrity: program.wasmIntegrity }) });
  } catch (error) {
    if (program === whole && !page.hasAttribute(WANTED)) {
      // Nobody misses it yet, and it is tried again when somebody does.
      program.started = false;
      return;
    }
    fail(isTrap(error) ? crash(error) : await whyNotLoaded(error, program));
  }
}

/** The sheets of the screens beyond the library, which a release leaves for now. */
async function styles() {
  const sheets = [...document.querySelectorAll("meta[name=touchstone-style]")].map((meta) => {
    const { css, integrity } = meta.dataset;
    const sheet = element("link", { rel: "stylesheet", href: new URL(css, document.baseURI).href, integrity });
    const ready = new Promise((done, failed) => Object.assign(sheet, { onload: done, onerror: failed }));
    meta.replaceWith(sheet);
    return ready;
  });
  await Promise.all(sheets);
}

/** @param {Program} program */
function preload({ js, jsIntegrity }) {
  return element("link", { rel: "modulepreload", href: js, integrity: jsIntegrity, crossOrigin: "anonymous" });
}

/** Has the service worker keep what the page was made of; then the page says so in `data-offline`. */
async function keepForOffline() {
  // Files whose names hold no digest would be kept beyond the next edit.
  if (!("serviceWorker" in navigator) || !location.protocol.startsWith("http") || !whole.wasmIntegrity) return;
  navigator.serviceWorker.onmessage = (event) => (page.dataset.offline = event.data);
  await navigator.serviceWorker.register(new URL("sw.js", document.baseURI).href);
  const registration = await navigator.serviceWorker.ready;
  registration.active.postMessage("keep");
}

/**
 * Lets a template through that holds nothing but text and harmless tags, letter for letter.
 * @param {string} html
 * @returns {string}
 */
function checkedTemplate(html) {
  TEMPLATE_PART.lastIndex = 0;
  while (TEMPLATE_PART.lastIndex < html.length) {
    const part = TEMPLATE_PART.exec(html);
    const attributes = [...(part?.[2] ?? "").matchAll(ATTRIBUTE)];
    const harmless = ([, name, value]) => !FORBIDDEN_ATTRIBUTE.test(name) && !FORBIDDEN_VALUE.test(value ?? "");
    if (!part || FORBIDDEN_TAG.test(part[1] ?? "") || !attributes.every(harmless)) {
      throw new TypeError(`A template of the app was refused: ${html}`);
    }
  }
  return html;
}

/** Whether an error came out of the app, and not out of a browser's extension. */
function isOurs(error) {
  const stack = error instanceof Error ? `${error.stack}` : "";
  return isTrap(error) || stack.includes(library.js) || stack.includes(whole.js);
}

function isTrap(error) {
  return typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
}

/**
 * What the page says of a failure.
 * @typedef {{ title: string, lines: string[], detail: string, dropCache?: boolean }} Failure
 */

/** @returns {Failure} */
function crash(error) {
  const safe = page.hasAttribute(NOTHING_KEPT)
    ? "This browser keeps nothing for this page, so what you entered in this tab is lost. Allow site data for this page before you enter more."
    : "What you typed is kept in this browser, up to the last key. Since the failure nothing more was written.";
  return {
    title: "Touchstone has stopped",
    lines: ["Something in the app failed, and it cannot go on in this tab.", safe, "Reload to go on. You may save a file first, to be sure."],
    detail: `${error}`,
  };
}

/**
 * The files are asked for once more, without being run, to tell a missing connection from a file that was refused.
 * @param {Program} program
 * @returns {Promise<Failure>}
 */
async function whyNotLoaded(error, { js, wasm }) {
  const safe = "What you entered before is kept in this browser.";
  const failure = (title, line, more) => ({ title, lines: [line, safe], detail: `${error}`, ...more });
  if (typeof WebAssembly !== "object" || error instanceof SyntaxError || error instanceof WebAssembly.CompileError) {
    return failure("This browser is too old", "Touchstone needs a browser of the last two years. Update this one, or open the page in another.");
  }
  for (const url of [js, wasm]) {
    try {
      const answer = await fetch(url, { cache: "no-store" });
      if (!answer.ok) return failure("A part of Touchstone is missing", `The host answered ${answer.status} for ${url}. Reload in a minute; if it stays so, tell whoever runs this page.`);
    } catch {
      return failure("Touchstone could not be loaded", "The host does not answer. Check the connection, then reload.");
    }
  }
  const altered = "A file is not the one that this page was published with, so it was not run. The page may have been updated just now: reload. If it stays so, tell whoever runs this page.";
  return failure("A part of Touchstone was altered", altered, { dropCache: true });
}

/**
 * Marks the app as failed, so that it writes nothing more, and replaces it once the app's own code has returned.
 * @param {Failure} failure
 */
function fail(failure) {
  page.setAttribute(FAILED, "");
  if (fail.shown) return;
  fail.shown = true;
  queueMicrotask(() => draw(failure));
}

/** @param {Failure} failure */
function draw({ title, lines, detail, dropCache }) {
  const heading = element("h1", { textContent: title, tabIndex: -1 });
  const status = element("p", { role: "status" });
  const save = element("button", { type: "button", textContent: "Save my data as a file", onclick: () => rescue(status) });
  const reload = element("button", { type: "button", textContent: "Reload", onclick: () => reloadPage(dropCache) });
  const details = element("details");
  details.append(element("summary", { textContent: "What the app said" }), element("pre", { textContent: detail }));
  const alert = element("main", { className: "failure", role: "alert" });
  const text = lines.map((line) => element("p", { textContent: line }));
  const actions = element("p");
  actions.append(save, " ", reload);
  alert.append(heading, ...text, actions, status, details);
  document.body.replaceChildren(alert);
  document.title = `${title} · Touchstone`;
  heading.focus();
}

function element(name, properties = {}) {
  return Object.assign(document.createElement(name), properties);
}

async function reloadPage(dropCache) {
  if (dropCache) await globalThis.caches?.delete(CACHE).catch(console.warn);
  location.reload();
}

/** Saves everything that is stored as one file. What cannot be read is named in it, and on the page. */
async function rescue(status) {
  status.textContent = "Reading what is stored …";
  const problems = [];
  const tables = await readTables(problems);
  const local = readLocal(problems);
  const saved = new Date().toISOString();
  const content = JSON.stringify({ format: "touchstone-rescue/1", saved, tables, local, problems });
  const href = URL.createObjectURL(new Blob([content], { type: "application/json" }));
  element("a", { href, download: `touchstone-rescue-${saved.slice(0, 10)}.json` }).click();
  const told = "The file is among your downloads.";
  status.textContent = problems.length ? `${told} Not everything could be read: ${problems.join("; ")}.` : told;
}

async function readTables(problems) {
  const tables = {};
  try {
    const opening = indexedDB.open(DATABASE);
    // Opening makes a database where there is none; the app would later miss its tables in that one.
    opening.onupgradeneeded = () => opening.transaction.abort();
    const database = await answer(opening);
    for (const name of database.objectStoreNames) {
      try {
        const store = database.transaction(name).objectStore(name);
        const [keys, values] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
        tables[name] = keys.map((key, index) => ({ key, value: values[index] }));
      } catch (error) {
        problems.push(`table ${name}: ${error}`);
      }
    }
    database.close();
  } catch (error) {
    problems.push(`the database: ${error}`);
  }
  return tables;
}

function readLocal(problems) {
  try {
    return Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(LOCAL_PREFIX)));
  } catch (error) {
    problems.push(`the journal: ${error}`);
    return {};
  }
}

/** @param {IDBRequest} request */
function answer(request) {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}
