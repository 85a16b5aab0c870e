// Starts the app: the policy for what it may put into the page, its two programs, and the copy for offline use.
// What happens when any of it fails is in failure.js.

// Names that the app knows too, in src/app/handover.rs.
const WANTED_EVENT = "touchstone:wanted";
const USABLE_EVENT = "touchstone:usable";
const TAKEN_EVENT = "touchstone:taken";
const WANTED = "data-wanted";
// And in src/app/failure.rs and failure.js.
const NOTHING_KEPT = "data-nothing-kept";
// And failure.js alone.
const UNLOADED_EVENT = "touchstone:unloaded";

// Text, or one tag with attributes in double quotes: all that a Leptos template is made of.
const TEMPLATE_PART = /[^<]+|<!>|<\/[a-z][\w-]*>|<([a-z][\w-]*)((?:\s+[a-z][\w:.-]*(?:="[^"<>]*")?)*)\s*\/?>/giy;
const ATTRIBUTE = /([\w:.-]+)(?:="([^"]*)")?/g;
const FORBIDDEN_TAG = /^(script|style|link|meta|base|i?frame|frameset|object|embed|template|foreignobject|animate.*|set)$/i;
const FORBIDDEN_ATTRIBUTE = /^(on.*|style|srcdoc|formaction)$/i;
const FORBIDDEN_VALUE = /^(javascript|vbscript|data):|&(?!(amp|quot|lt|gt);)/i;
// A browser overlooks these in an address.
const BLANK = /[\x00-\x20]+/g;

window.trustedTypes?.createPolicy("default", {
  createHTML: checkedTemplate,
  createScriptURL(url) {
    if (new URL(url, document.baseURI).origin === location.origin) return url;
    throw new TypeError(`A script from elsewhere was refused: ${url}`);
  },
});

const page = document.documentElement;
if (!keeps()) page.setAttribute(NOTHING_KEPT, "");

// The two programs: the library starts at once, the whole app when a screen is wanted that only it has.
const library = program("touchstone", document.querySelector("link[rel=preload][as=fetch]")?.integrity);
const whole = program("touchstone-whole");

const whenIdle = globalThis.requestIdleCallback ?? ((task) => setTimeout(task, 500));

// The first screen stands there, or waits for the whole app.
const usable = Promise.race([USABLE_EVENT, WANTED_EVENT].map(heard));

addEventListener(WANTED_EVENT, () => start(whole));
// All keys are the whole app's, and so is the list of them.
addEventListener("keydown", askForList);
addEventListener(TAKEN_EVENT, () => removeEventListener("keydown", askForList));
if (await start(library)) {
  // Nothing of what follows may hold the first screen up.
  await usable;
  // Ahead of need: it reads the frameworks' files meanwhile, and stands there at once when it is wanted.
  whenIdle(() => start(whole));
  await keepForOffline();
}

/** Whether this browser keeps anything for this page. Some say no by an exception. */
function keeps() {
  try {
    return Boolean(globalThis.indexedDB);
  } catch {
    return false;
  }
}

/** Whether plain keys are wanted, as src/app/keys.rs keeps it. */
function keysArePlain() {
  try {
    return localStorage["touchstone.preference.keys-without-alt"] !== '"no"';
  } catch {
    return true;
  }
}

/** @param {KeyboardEvent} event */
function askForList(event) {
  const typing = event.target.matches?.("input, textarea, select");
  if (event.key !== "?" || event.ctrlKey || event.metaKey || !(event.altKey || (!typing && keysArePlain()))) return;
  event.preventDefault();
  page.setAttribute(WANTED, "keys");
  dispatchEvent(new Event(WANTED_EVENT));
}

/** @param {string} name of an event */
function heard(name) {
  return new Promise((done) => addEventListener(name, done, { once: true }));
}

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

/**
 * Runs a program, if its files are the ones that the page was published with.
 * @param {Program} program
 * @returns {Promise<boolean>} whether it runs; otherwise the page says why not
 */
async function start(program) {
  if (program.started) return true;
  program.started = true;
  try {
    // An import cannot carry a digest; the preload of the same address does. Trunk preloads the first program.
    if (program.jsIntegrity) await loaded(preload(program));
    if (program === whole) await styles();
    const glue = await import(program.js);
    await glue.default({ module_or_path: fetch(program.wasm, { integrity: program.wasmIntegrity }) });
    return true;
  } catch (error) {
    if (program === whole && !page.hasAttribute(WANTED)) {
      // Nobody misses it yet, and it is tried again when somebody does.
      program.started = false;
      return false;
    }
    const urls = [program.js, program.wasm, ...(program === whole ? laterStyles().map(styleUrl) : [])];
    dispatchEvent(new CustomEvent(UNLOADED_EVENT, { detail: { error, urls } }));
    return false;
  }
}

/** The sheets of the screens beyond the library, which a release leaves for now. */
async function styles() {
  const sheets = laterStyles().map((meta) => {
    const sheet = element("link", { rel: "stylesheet", href: styleUrl(meta), integrity: meta.dataset.integrity });
    // So it is tried again.
    return loaded(sheet, meta).catch((error) => (sheet.replaceWith(meta), Promise.reject(error)));
  });
  const ended = await Promise.allSettled(sheets);
  for (const { reason } of ended) if (reason) throw reason;
}

/** @returns {HTMLMetaElement[]} what names the sheets that are not loaded yet */
function laterStyles() {
  return [...document.querySelectorAll("meta[name=touchstone-style]")];
}

function styleUrl({ dataset: { css } }) {
  return new URL(css, document.baseURI).href;
}

/**
 * Ends when what a link names is there. An import that fails is never tried again by a browser: so nothing is imported
 * before it is there.
 * @param {HTMLLinkElement} link
 * @param {Element} [place] that it takes; the end of the head otherwise
 */
function loaded(link, place) {
  return new Promise((done, failed) => {
    link.onload = done;
    link.onerror = () => failed(new Error(`${link.href} could not be loaded.`));
    if (place) place.replaceWith(link);
    else document.head.append(link);
  });
}

/** @param {Program} program */
function preload({ js, jsIntegrity }) {
  return element("link", { rel: "modulepreload", href: js, integrity: jsIntegrity, crossOrigin: "anonymous" });
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

/** Has the service worker keep what the page was made of; then the page says so in `data-offline`. */
async function keepForOffline() {
  // Files whose names hold no digest would be kept beyond the next edit.
  if (!("serviceWorker" in navigator) || !location.protocol.startsWith("http") || !whole.wasmIntegrity) return;
  navigator.serviceWorker.onmessage = (event) => (page.dataset.offline = event.data);
  try {
    await navigator.serviceWorker.register(new URL("sw.js", document.baseURI).href);
    const registration = await navigator.serviceWorker.ready;
    registration.active.postMessage("keep");
  } catch (error) {
    console.warn("Touchstone will not open offline:", error);
  }
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
    const harmless = ([, name, value = ""]) =>
      !FORBIDDEN_ATTRIBUTE.test(name) && !FORBIDDEN_VALUE.test(value.replace(BLANK, ""));
    if (!part || FORBIDDEN_TAG.test(part[1] ?? "") || !attributes.every(harmless)) {
      throw new TypeError(`A template of the app was refused: ${html}`);
    }
  }
  return html;
}
