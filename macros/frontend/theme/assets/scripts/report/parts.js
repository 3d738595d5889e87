// The texts of patterns as they were prepared with the site: fetched when a bundle needs them, each once.

/** @typedef {import("./compose.js").Part & {markdown: string}} Text */
/** @typedef {Text & {id: number, brief: Text, summary: Text, row: import("./table.js").Row}} Part */

/** @type {Map<string, Promise<any>>} */
const asked = new Map();
/** @type {Map<string, any>} */
const there = new Map();

/**
 * @param {string | URL} address
 * @returns {Promise<Response>} what answers there; an error when nothing does
 */
export async function answerAt(address) {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${address} answered ${response.status}`);
  }
  return response;
}

/** @param {string} address */
async function fetchPart(address) {
  try {
    there.set(address, await (await answerAt(address)).json());
    return there.get(address);
  } catch (problem) {
    asked.delete(address); // a next time it may be there
    throw problem;
  }
}

/**
 * @param {string} address
 * @returns {Promise<any>} what stands there
 */
export function partAt(address) {
  const part = asked.get(address) ?? fetchPart(address);
  asked.set(address, part);
  return part;
}

/**
 * The pieces of a pattern in a Word document, with its pictures.
 * @param {string} address
 * @returns {Promise<import("./word.js").Pieces>}
 */
export async function wordPiecesAt(address) {
  const pieces = await partAt(address);
  const images = Object.entries(pieces.images).map(async ([name, way]) => {
    const image = await answerAt(new URL(String(way), new URL(address, location.href)));
    return [name, new Uint8Array(await image.arrayBuffer())];
  });
  return { ...pieces, images: Object.fromEntries(await Promise.all(images)) };
}

/**
 * @param {string} address
 * @returns {Part | undefined} the part if it has been fetched
 */
export function partThere(address) {
  return there.get(address);
}
