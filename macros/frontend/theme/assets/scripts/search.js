// Search on every page: what opens the dialog, and the forms that lead to the result page. The rest is fetched when needed.

const dialog = document.querySelector("#search");
const opener = document.querySelector("#search-open");
/** On the result page and on pages that begin with a field, the field of the page itself. */
const own = document.querySelector("main form[data-search] [name=q]");

/** @type {Promise<void> | undefined} */
let connected;

async function open() {
  if (own instanceof HTMLTextAreaElement) {
    own.focus();
    own.select(); // what is typed next takes its place
    return;
  }
  if (!(dialog instanceof HTMLDialogElement)) return;
  dialog.showModal();
  connected ??= import("./search/dialog.js").then(({ connect }) => connect(dialog));
  try {
    await connected;
  } catch {
    connected = undefined; // the next time it is tried again
    const said = dialog.querySelector("[role=status]");
    if (said) said.textContent = dialog.dataset.failed ?? "";
  }
}

/**
 * @param {string} page the address of the result page
 * @param {string} words
 */
function toResults(page, words) {
  const query = words.trim();
  location.assign(new URL(query ? `?q=${encodeURIComponent(query)}` : "", new URL(page, location.href)));
}

/** @param {KeyboardEvent} event */
function isShortcut(event) {
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "k") return true;
  const writing =
    event.target instanceof Element &&
    event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  return event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !writing;
}

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("main form[data-search]"))) {
  const field = /** @type {HTMLTextAreaElement} */ (form.querySelector("[name=q]"));
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault(); // a line in a query means nothing
    form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!form.hasAttribute("data-here")) toResults(form.dataset.search ?? "", field.value);
  });
  if (!form.hasAttribute("data-here")) form.classList.add("ready"); // the result page has a script of its own
}
if (dialog instanceof HTMLDialogElement) {
  dialog.querySelector("button")?.addEventListener("click", () => dialog.close());
  dialog.querySelector("form")?.addEventListener("submit", (event) => {
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (dialog.querySelector("[name=q]"));
    if (field.value.trim()) toResults(dialog.dataset.search ?? "", field.value);
  });
}
if (opener instanceof HTMLButtonElement) {
  opener.addEventListener("click", open);
  opener.classList.add("ready");
}
document.addEventListener("keydown", (event) => {
  if (!isShortcut(event)) return;
  event.preventDefault();
  if (!document.querySelector("dialog[open]")) open();
});
