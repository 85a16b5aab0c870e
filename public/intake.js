// Documents that are dropped or pasted anywhere on the page, for the screen that takes them in. What is dropped where no
// document is wanted goes nowhere: a browser would leave the page for it.

// Names that the app knows too, in src/app/intake.rs.
const DOCUMENT_EVENT = "touchstone:document";
const WAITING = "touchstoneDocument";
const DROPPING = "data-dropping";
const IMPORT = "#/import";

const page = document.documentElement;
const editable = "input, textarea, select, [contenteditable]";

/** Whether the screen in view takes documents: the library, and the import itself. */
function isWanted() {
  return /^(#?\/?|#\/library.*|#\/\?.*|#\/import.*)$/.test(location.hash);
}

/** Whether what is dragged is a file or a text from elsewhere, and not a text moved within a field. */
function isDocument({ dataTransfer, target }) {
  const types = [...(dataTransfer?.types ?? [])];
  return types.includes("Files") || (types.includes("text/plain") && !target.closest?.(editable));
}

addEventListener("dragover", (event) => {
  if (!isDocument(event)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = isWanted() ? "copy" : "none";
  page.toggleAttribute(DROPPING, isWanted());
});

addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) page.removeAttribute(DROPPING);
});

addEventListener("drop", (event) => {
  page.removeAttribute(DROPPING);
  if (!isDocument(event)) return;
  event.preventDefault();
  take(event.dataTransfer);
});

addEventListener("paste", (event) => {
  if (event.target.closest?.(editable)) return;
  take(event.clipboardData);
});

/** @param {DataTransfer} data */
function take(data) {
  const { files } = data;
  // Of several at once, how many: the screen says that it takes one at a time.
  const found = files.length > 1 ? files.length : (files[0] ?? data.getData("text/plain"));
  if (!found || !isWanted()) return;
  globalThis[WAITING] = found;
  location.hash = IMPORT;
  dispatchEvent(new Event(DOCUMENT_EVENT));
}
