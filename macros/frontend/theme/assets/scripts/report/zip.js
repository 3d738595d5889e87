// A zip archive (PKWARE's APPNOTE 6.3.10), compressed where the browser can: what Word files are made of.

const DEFLATED = 8;
const STORED = 0;
const VERSION = 20; // 2.0: folders and deflate
const UTF8_NAMES = 0x800;
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const FIRST_DAY = 0x21; // 1 January 1980, the first that a zip archive knows

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) {
    rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return rest;
});

/** @param {Uint8Array<ArrayBuffer>} bytes */
function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum = (sum >>> 8) ^ TABLE[(sum ^ byte) & 0xff];
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<{method: number, packed: Uint8Array<ArrayBuffer>}>}
 */
async function pack(bytes) {
  if (!("CompressionStream" in globalThis)) {
    return { method: STORED, packed: bytes };
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return { method: DEFLATED, packed: new Uint8Array(await new Response(stream).arrayBuffer()) };
}

/**
 * Numbers in a row, as little-endian bytes.
 * @param {[number, 2 | 4][]} fields each with its size in bytes
 */
function row(fields) {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [, size]) => sum + size, 0)));
  let at = 0;
  for (const [value, size] of fields) {
    if (size === 2) {
      view.setUint16(at, value, true);
    } else {
      view.setUint32(at, value, true);
    }
    at += size;
  }
  return new Uint8Array(view.buffer);
}

/**
 * @param {Record<string, string | Uint8Array<ArrayBuffer>>} files the text or the bytes of each file by its name, in order
 * @returns {Promise<Blob>}
 */
export async function zip(files) {
  const encoder = new TextEncoder();
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const name = encoder.encode(path);
    const bytes = typeof content === "string" ? encoder.encode(content) : content;
    const { method, packed } = await pack(bytes);
    /** @type {[number, 2 | 4][]} */
    const about = [
      [VERSION, 2], [UTF8_NAMES, 2], [method, 2], [0, 2], [FIRST_DAY, 2],
      [crc32(bytes), 4], [packed.length, 4], [bytes.length, 4], [name.length, 2], [0, 2],
    ];
    const head = row([[LOCAL, 4], ...about]);
    parts.push(head, name, packed);
    directory.push(row([[CENTRAL, 4], [VERSION, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]]), name);
    offset += head.length + name.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = Object.keys(files).length;
  const end = row([[END, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2]]);
  return new Blob([...parts, ...directory, end]);
}
