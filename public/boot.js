// Starts the app: the policy for what it may put into the page, its two programs, and the copy for offline use.
// What happens when any of it fails is in failure.js.

// Names that the app knows too, in src/app/handover.rs.
const WANTED_EVENT = "touchstone:wanted";
// And failure.js.
const UNLOADED_EVENT = "touchstone:unloaded";

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

addEventListener(WANTED_EVENT, () => run(program("touchstone-whole")), { once: true });
if (await run(program("touchstone"))) await keepForOffline();

/**
 * One of the two programs: the reading room, which the page starts with, and the whole app.
 * @typedef {{ glue: string, glueIntegrity: string, wasm: string, wasmIntegrity: string }} Program
 */

/** @returns {Program} */
function program(name) {
  const { js, wasm, jsIntegrity, wasmIntegrity } = document.querySelector(`meta[name=${name}]`).dataset;
  const [glueUrl, wasmUrl] = [js, wasm].map((name) => new URL(name, document.baseURI).href);
  // Of the first program's files Trunk tells the integrity in links, which preload them.
  const preload = (url) => [...document.querySelectorAll("link[rel*=preload]")].find(({ href }) => href === url);
  return {
    glue: glueUrl,
    glueIntegrity: jsIntegrity ?? preload(glueUrl)?.integrity ?? "",
    wasm: wasmUrl,
    wasmIntegrity: wasmIntegrity ?? preload(wasmUrl)?.integrity ?? "",
  };
}

/**
 * Runs a program whose files are the ones that the page was published with.
 * @param {Program} program
 * @returns {Promise<boolean>} whether it runs; otherwise the page says why not
 */
async function run({ glue, glueIntegrity, wasm, wasmIntegrity }) {
  try {
    // An import is checked only where its module was preloaded with the integrity.
    const preload = { rel: "modulepreload", href: glue, integrity: glueIntegrity, crossOrigin: "anonymous" };
    document.head.append(Object.assign(document.createElement("link"), preload));
    const { default: init } = await import(glue);
    await init({ module_or_path: fetch(wasm, { integrity: wasmIntegrity }) });
    return true;
  } catch (error) {
    dispatchEvent(new CustomEvent(UNLOADED_EVENT, { detail: { error, urls: [glue, wasm] } }));
    return false;
  }
}

/** Has the service worker keep what the page was made of; then the page says so in `data-offline`. */
async function keepForOffline() {
  if (!("serviceWorker" in navigator) || !location.protocol.startsWith("http")) return;
  navigator.serviceWorker.onmessage = (event) => (document.documentElement.dataset.offline = event.data);
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
    const harmless = ([, name, value]) => !FORBIDDEN_ATTRIBUTE.test(name) && !FORBIDDEN_VALUE.test(value ?? "");
    if (!part || FORBIDDEN_TAG.test(part[1] ?? "") || !attributes.every(harmless)) {
      throw new TypeError(`A template of the app was refused: ${html}`);
    }
  }
  return html;
}
