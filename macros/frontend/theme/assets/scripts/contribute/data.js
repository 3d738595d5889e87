// What the page says to its scripts: the forms, the words, what to look for.

export const data = JSON.parse(/** @type {HTMLElement} */ (document.querySelector("#contribute-data")).textContent ?? "{}");
/** @type {Record<string, string>} */
export const words = data.words;
