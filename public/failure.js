// The page that stands in for the app when it fails. It is plain JavaScript, since after a panic or a trap the wasm can
// no longer be trusted. It only reads what is stored, and sends nothing anywhere.

// Names that the app knows too, in src/app/failure.rs and src/app/storage/.
const FAILED = "data-failed";
const FAILED_EVENT = "touchstone:failed";
const NOTHING_KEPT = "data-nothing-kept";
const UNSAVED = "data-unsaved";
const DATABASE = "touchstone";
const LOCAL_PREFIX = "touchstone.";
// And boot.js, and sw.js.
const UNLOADED_EVENT = "touchstone:unloaded";
const CACHE = `touchstone ${new URL(".", document.baseURI).href}`;

const page = document.documentElement;
const programs = [...document.querySelectorAll("meta[name^=touchstone][data-js]")];
const glues = programs.map(({ dataset }) => new URL(dataset.js, document.baseURI).href);

addEventListener(FAILED_EVENT, ({ detail }) => fail(crash(detail)));
addEventListener(UNLOADED_EVENT, ({ detail: { error, urls } }) => unloaded(error, urls));
addEventListener("unhandledrejection", ({ reason }) => isOurs(reason) && fail(crash(reason)));
addEventListener("error", ({ error, target }) => {
  if (target instanceof HTMLScriptElement) unloaded(`${target.src} was refused.`, [target.src]);
  else if (isOurs(error)) fail(crash(error));
}, true);

/** Whether an error came out of the app, and not out of a browser's extension. */
function isOurs(error) {
  return isTrap(error) || (error instanceof Error && glues.some((glue) => `${error.stack}`.includes(glue)));
}

function isTrap(error) {
  return typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
}

async function unloaded(error, urls) {
  fail(isTrap(error) ? crash(error) : await whyNotLoaded(error, urls));
}

/**
 * What the page says of a failure.
 * @typedef {{ title: string, lines: string[], detail: string, dropCache?: boolean }} Failure
 */

/** @returns {Failure} */
function crash(error) {
  let safe = "What you typed is kept in this browser, up to the last key. Since the failure nothing more was written.";
  if (page.hasAttribute(UNSAVED)) safe = "The last changes could not be saved, as the line “Not saved” said. What was saved before is kept in this browser.";
  if (page.hasAttribute(NOTHING_KEPT)) safe = "This browser keeps nothing for this page, so what you entered in this tab is lost. Allow site data for this page before you enter more.";
  return {
    title: "Touchstone has stopped",
    lines: ["Something in the app failed, and it cannot go on in this tab.", safe, "Reload to go on. You may save a file first, to be sure."],
    detail: `${error}`,
  };
}

/**
 * The files are asked for once more, without being run, to tell a missing connection from a file that was refused.
 * @returns {Promise<Failure>}
 */
async function whyNotLoaded(error, urls) {
  const safe = "What you entered before is kept in this browser.";
  const failure = (title, line, more) => ({ title, lines: [line, safe], detail: `${error}`, ...more });
  if (typeof WebAssembly !== "object" || error instanceof SyntaxError || error instanceof WebAssembly.CompileError) {
    return failure("This browser is too old", "Touchstone needs a browser of the last two years. Update this one, or open the page in another.");
  }
  for (const url of urls) {
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
  const save = element("button", { type: "button", className: "button", textContent: "Save my data as a file", onclick: () => rescue(status) });
  const reload = element("button", { type: "button", className: "button button--primary", textContent: "Reload", onclick: () => reloadPage(dropCache) });
  const details = element("details");
  details.append(element("summary", { textContent: "What the app said" }), element("pre", { textContent: detail }));
  const name = element("p", { className: "crash__name", textContent: "Touchstone" });
  const alert = element("div", { role: "alert", className: "failure" });
  alert.append(...lines.map((line) => element("p", { textContent: line })));
  const actions = element("p");
  actions.append(save, " ", reload);
  const main = element("main", { className: "crash" });
  main.append(name, heading, alert, actions, status, details);
  document.body.replaceChildren(main);
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
  status.textContent = [told, ...problems.map((problem) => `Not in it: ${problem}`)].join(" ");
}

async function readTables(problems) {
  const tables = {};
  let none = false;
  try {
    const opening = indexedDB.open(DATABASE);
    // Opening makes a database where there is none; the app would later miss its tables in that one.
    opening.onupgradeneeded = () => {
      none = true;
      opening.transaction.abort();
    };
    const database = await answer(opening);
    for (const name of database.objectStoreNames) {
      try {
        const store = database.transaction(name).objectStore(name);
        const [keys, values] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
        tables[name] = keys.map((key, index) => ({ key, value: values[index] }));
      } catch (error) {
        problems.push(`the table ${name}. ${error}`);
      }
    }
    database.close();
  } catch (error) {
    problems.push(none ? "the database, since there is none yet." : `the database. ${error}`);
  }
  return tables;
}

function readLocal(problems) {
  try {
    return Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(LOCAL_PREFIX)));
  } catch (error) {
    problems.push(`the journal. ${error}`);
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
