// A word of the glossary shows its meaning when the pointer rests on it, when it has the focus, or at a first tap.
// Without this script it is a link to the glossary, and its meaning is its description for who hears the page.
// WCAG 1.4.13: Escape closes the meaning, the pointer may move onto it, and it stays as long as pointer or focus does.

const GAP = 8;
const LINGER = 200; // milliseconds in which the pointer may cross the gap to the meaning

/** @type {HTMLElement | undefined} */
let bubble;
/** @type {HTMLAnchorElement | undefined} */
let shown;
let leaving = 0;

/** Makes the one element that shows meanings. */
function makeBubble() {
  const made = document.createElement("div");
  made.className = "term-bubble";
  made.popover = "manual";
  // What is said stands in the link's description already.
  made.setAttribute("aria-hidden", "true");
  made.addEventListener("pointerenter", stay);
  made.addEventListener("pointerleave", leave);
  document.body.append(made);
  return made;
}

/** @param {HTMLAnchorElement} link */
function show(link) {
  stay();
  const meaning = document.getElementById(link.getAttribute("aria-describedby") ?? "");
  if (!meaning || shown === link) {
    return;
  }
  bubble ??= makeBubble();
  bubble.textContent = meaning.textContent;
  bubble.showPopover();
  shown = link;
  place(bubble, link);
}

/**
 * Puts the bubble under the word, or above it when there is no room, within the width of the window.
 * @param {HTMLElement} box
 * @param {HTMLElement} link
 */
function place(box, link) {
  const word = link.getClientRects()[0];
  const { width, height } = box.getBoundingClientRect();
  const below = word.bottom + GAP + height <= innerHeight || word.top < height + GAP;
  const left = Math.max(GAP, Math.min(word.left, document.documentElement.clientWidth - width - GAP));
  box.style.left = `${left + scrollX}px`;
  box.style.top = `${(below ? word.bottom + GAP : word.top - GAP - height) + scrollY}px`;
}

function hide() {
  stay();
  bubble?.hidePopover();
  shown = undefined;
}

function stay() {
  clearTimeout(leaving);
}

function leave() {
  stay();
  leaving = setTimeout(() => {
    if (document.activeElement !== shown) {
      hide();
    }
  }, LINGER);
}

// An older browser follows the link, as without this script.
const terms = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a.term"));
for (const link of "popover" in HTMLElement.prototype ? terms : []) {
  let tapped = false;
  link.addEventListener("pointerdown", (event) => {
    tapped = event.pointerType === "touch" && shown !== link;
  });
  link.addEventListener("pointerenter", (event) => event.pointerType !== "touch" && show(link));
  link.addEventListener("pointerleave", (event) => event.pointerType !== "touch" && leave());
  link.addEventListener("focus", () => show(link));
  link.addEventListener("blur", hide);
  link.addEventListener("click", (event) => {
    if (tapped) {
      event.preventDefault();
      tapped = false;
      show(link);
    }
  });
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && shown) {
    hide();
  }
});
addEventListener("resize", () => shown && bubble && place(bubble, shown));
document.addEventListener("pointerdown", (event) => {
  const target = /** @type {Node} */ (event.target);
  if (shown && target !== shown && !bubble?.contains(target)) {
    hide();
  }
});
