// Copies rich and plain text together, so that a word processor gets the one and an editor the other.

/** @typedef {{html: string, text: string, within?: boolean}} Piece `within`: has links that lead within it */

/**
 * @param {Piece} piece
 * @returns {Promise<boolean>} whether it is on the clipboard
 */
export async function copy(piece) {
  if (piece.within && copyByCommand(piece)) {
    return true; // the newer way makes such a link lead to this page
  }
  try {
    const kinds = { "text/html": piece.html, "text/plain": piece.text };
    const blobs = Object.entries(kinds).map(([type, content]) => [type, new Blob([content], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return copyByCommand(piece); // an older browser, a page without https, or a refusal
  }
}

/**
 * The older way: answer the browser's own question what to copy.
 * @param {Piece} piece
 */
function copyByCommand({ html, text }) {
  let done = false;
  const answer = (/** @type {ClipboardEvent} */ event) => {
    event.clipboardData?.setData("text/html", html);
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = event.clipboardData !== null;
  };
  document.addEventListener("copy", answer, { capture: true });
  try {
    return document.execCommand("copy") && done;
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", answer, { capture: true });
  }
}

/**
 * Copies a piece and says so; where copying is refused, shows it selected instead.
 * @param {Piece} piece
 * @param {string} what in words
 * @param {HTMLSelectElement[]} choices how it was laid out
 * @param {{said: HTMLElement, box: HTMLElement, words: Record<string, string>}} places where to say and to show it
 * @param {string} remark what whoever pastes it has to know
 */
export async function copyAndSay(piece, what, choices, { said, box, words }, remark = "") {
  const copied = await copy(piece);
  box.hidden = copied;
  box.replaceChildren();
  const how = choices.map((choice) => choice.selectedOptions[0].text).join(". ");
  const done = `${words.copied.replace("{what}", () => what)}${how && ` ${how}.`}`;
  say(said, `${copied ? done : words.copy_refused} ${remark}`.trim());
  if (!copied) {
    box.append(...new DOMParser().parseFromString(piece.html, "text/html").body.childNodes);
    box.focus();
    getSelection()?.selectAllChildren(box);
  }
}

/**
 * Says something to eyes and to a screen reader, also when it is the same as before.
 * @param {HTMLElement} place an element with role=status
 * @param {string} text
 */
export function say(place, text) {
  place.textContent = "";
  setTimeout(() => {
    place.textContent = text;
  });
}
