// From what a clipboard holds to the Markdown of this site. Pure: takes text, returns text and what an editor must look at.
// `editorMarkdown.fromHTML(html)` and `editorMarkdown.fromTabs(text)` return null for what is better left to the browser,
// else { markdown, tables }: of each table its rows, columns, empty cells [row, column] and merged cells
// [row, column, words], counted from 1 with the header as row 1.
"use strict";
{
  const HEADINGS = /^h[1-6]$/;
  const BLOCKS = /^(?:p|div|section|article|main|header|footer|aside|figure|figcaption|address|dl|dt|dd|pre|ul|ol|li|blockquote|table|h[1-6]|hr)$/;
  const DROPPED = "head, script, style, noscript, template, iframe, object, svg, button, input, select, textarea, title, xml";
  const TRACKING = /^(?:utm_.*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid)$/i;
  const COMMENT = /^#(?:_?cmnt|_msocom|_ftn|ftnt|_edn)/i;
  // What a number of thousands looks like with the spaces that some languages put into it.
  const SPACED = /(?<![\d.,\u00a0\u202f\u2009])\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?![\d.,]?\d|[\u00a0\u202f\u2009]\d)/g;
  const FIGURE = /^[-−–+]?[$€£]?\s?\d[\d,]*(?:\.\d+)?\s?%?$/;

  const styleOf = (element) => element.getAttribute("data-style") ?? "";
  const weightOf = (element) => styleOf(element).match(/(?:^|[;\s])font-weight\s*:\s*([a-z0-9]+)/i)?.[1].toLowerCase();
  const slantOf = (element) => styleOf(element).match(/(?:^|[;\s])font-style\s*:\s*([a-z]+)/i)?.[1].toLowerCase();

  // The page's own policy refuses styles even in a document that nobody sees; here they only say what was meant.
  const parse = (html) => new DOMParser().parseFromString(
    html
      .replace(/<!--[\s\S]*?-->|<!\[[^>]*>/g, "")
      .replace(/<(style|script|xml)\b[\s\S]*?<\/\1\s*>/gi, "")
      .replace(/<\/?[ovwmx]\d*:[^>]*>/gi, "")
      .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)style\s*=/gi, "$1data-style=").replace(/\son[a-z]+\s*=/gi, " data-no=")),
    "text/html",
  );

  const address = (href) => {
    if (!href) return "";
    let url;
    try {
      url = new URL(href);
    } catch {
      return "";
    }
    const wrapped = (/(?:^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === "/url" && (url.searchParams.get("q") ?? url.searchParams.get("url")))
      || (url.hostname.endsWith(".safelinks.protection.outlook.com") && url.searchParams.get("url"))
      || (/^lm?\.facebook\.com$/.test(url.hostname) && url.searchParams.get("u"));
    if (wrapped) return address(wrapped);
    if (!/^(?:https?|mailto):$/.test(url.protocol)) return "";
    for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
    const own = url.origin === globalThis.location.origin ? url.pathname + url.search + url.hash : url.href;
    return own.replace(/[()\[\]\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  };

  // What Markdown would read as its own; references to the record stay what they are.
  const escape = (text) => text
    .replace(/[\\`*]/g, "\\$&")
    .replace(/(?<![\p{L}\d])_|_(?![\p{L}\d])/gu, "\\_");

  const escapeStart = (line) => line
    .replace(/^(\s*)(#{1,6}\s|>|[-+]\s|={3,}|-{3,})/, "$1\\$2")
    .replace(/^(\s*\d+)([.)]\s)/, "$1\\$2");

  const spaces = (text) => text
    .replace(SPACED, (number) => number.replace(/[\u00a0\u202f\u2009]/g, ","))
    .replace(/[\u200b\ufeff\u00ad]/g, "")
    .replace(/[ \t\r\n\f]*\u00a0[\u00a0 \t\r\n\f]+|[ \t\r\n\f]+\u00a0/g, " ")
    .replace(/[ \t\r\n\f]+/g, " ");

  // Marks stand at words, not at the white space around them.
  const marked = (text, mark) => {
    const [, lead, words, trail] = text.match(/^(\s*)([\s\S]*?)(\s*)$/);
    return words ? (lead && " ") + mark + words + mark + (trail && " ") : text;
  };

  const isNote = (element) => element.matches("a")
    && (COMMENT.test(element.getAttribute("href")?.replace(/^[^#]*/, "") ?? "") && /^\s*\[\w+\]\s*$/.test(element.textContent));

  // Words of an element in a line: links, bold, italic. `plain` leaves bold and italic out, as in a heading.
  const inline = (node, state = {}) => {
    let text = "";
    for (const child of node.childNodes) text += inlineOf(child, state);
    return text;
  };
  const inlineOf = (node, state) => {
    if (node.nodeType === Node.TEXT_NODE) return escape(node.data.replace(/[ \t\r\n\f]+/g, " "));
    if (node.nodeType !== Node.ELEMENT_NODE || isNote(node)) return "";
    const name = node.localName;
    if (name === "br") return "\n";
    if (name === "img") return "";
    if (name === "sup" && !node.textContent.trim()) return "";
    if (name === "code" && node.textContent.trim() && !state.code) return `\`${node.textContent.replace(/`/g, "'")}\``;
    const weight = weightOf(node);
    const slant = slantOf(node);
    const bold = weight ? weight === "bold" || weight === "bolder" || weight >= 600 : name === "b" || name === "strong";
    const italic = slant ? slant === "italic" || slant === "oblique" : name === "i" || name === "em";
    const within = { ...state };
    if (bold) within.bold = true;
    if (italic) within.italic = true;
    let text;
    if (name === "a") {
      const to = address(node.getAttribute("href"));
      text = inline(node, within);
      const words = text.trim();
      if (to && words) text = text.replace(words, () => `[${words.replace(/\[|\]/g, "\\$&").replace(/\s*\n\s*/g, " ")}](${to})`);
    } else {
      text = inline(node, within);
    }
    if (italic && !state.italic && !state.plain) text = marked(text, "*");
    if (bold && !state.bold && !state.plain) text = marked(text, "**");
    return BLOCKS.test(name) ? `${text}\n` : text;
  };

  // Neighbouring pieces of the same kind are one: Docs and Word cut sentences into many.
  const joined = (text) => text.replace(/(?<=[^\s*])\*\*\*\*(?=[^\s*])/g, "").replace(/(?<=[^\s*])\*\*(\s+)\*\*(?=[^\s*])/g, "$1");

  const line = (node, state) => {
    const words = joined(inline(node, state)).split("\n").map((part) => spaces(part).trim());
    return words.join("\n").replace(/^\n+|\n+$/g, "").replace(/\n{2,}/g, "\n");
  };

  // Tables.
  const grid = (table) => {
    const rows = [...table.rows].filter((row) => row.closest("table") === table);
    const cells = rows.map(() => []);
    const merged = [];
    rows.forEach((row, y) => {
      let x = 0;
      for (const cell of row.cells) {
        while (cells[y][x] !== undefined) x += 1;
        const across = Math.min(cell.colSpan || 1, 50);
        const down = Math.min(cell.rowSpan || 1, rows.length - y);
        const state = cell.localName === "th" || y === 0 ? { plain: true } : {};
        const words = line(cell, state).replace(/\n+/g, " ").trim().replace(/^\u00a0+$/, "").replace(/\|/g, "\\|");
        if (across * down > 1) merged.push([y + 1, x + 1, words]);
        for (let j = 0; j < down; j += 1) for (let i = 0; i < across; i += 1) cells[y + j][x + i] = i + j ? "" : words;
        x += across;
      }
    });
    return { cells, merged };
  };

  const written = (cells, merged = []) => {
    const columns = Math.max(...cells.map((row) => row.length));
    const all = cells.map((row) => Array.from({ length: columns }, (_, x) => row[x] ?? ""));
    const empty = all.flatMap((row, y) => row.flatMap((cell, x) => (cell ? [] : [[y + 1, x + 1]])));
    const figures = Array.from({ length: columns }, (_, x) => {
      const column = all.slice(1).map((row) => row[x]).filter(Boolean);
      return column.length > 0 && column.every((cell) => FIGURE.test(cell));
    });
    const row = (parts) => `| ${parts.join(" | ")} |`;
    const [head, ...body] = all;
    const markdown = [row(head), row(figures.map((is) => (is ? "---:" : "---"))), ...body.map(row)].join("\n");
    return { markdown, rows: all.length, columns, empty, merged };
  };

  const tableOf = (table, found) => {
    const { cells, merged } = grid(table);
    // Rows and columns without a word are what a spreadsheet has around its table.
    const rows = [...cells.keys()].filter((y) => cells[y].some(Boolean));
    const used = [...Array(Math.max(0, ...cells.map((row) => row.length))).keys()].filter((x) => cells.some((row) => row[x]));
    const kept = rows.map((y) => used.map((x) => cells[y][x] ?? ""));
    const columns = used.length;
    // A table of one column, or of one row, only holds something in place.
    if (columns < 2 || kept.length < 2) return kept.map((row) => row.filter(Boolean).join(" "));
    const places = merged.map(([row, column, words]) => [rows.indexOf(row - 1) + 1, used.indexOf(column - 1) + 1, words]);
    const facts = written(kept, places.filter(([row, column]) => row && column));
    found.push(facts);
    return [facts.markdown];
  };

  // Lists. Word has none: its paragraphs say the level, and begin with their marker.
  const itemsOf = (list, depth, found) => {
    const numbered = list.localName === "ol";
    const lines = [];
    let number = Number(list.getAttribute("start")) || 1;
    let last = depth;
    for (const item of list.children) {
      if (item.matches("ul, ol")) {
        lines.push(...itemsOf(item, depth + 1, found));
        continue;
      }
      if (item.localName !== "li") continue;
      const inner = item.cloneNode(true);
      const lists = [...inner.querySelectorAll("ul, ol")].filter((other) => other.parentElement.closest("ul, ol") === null);
      for (const other of lists) other.remove();
      const words = line(inner).replace(/\n+/g, " ");
      if (words) {
        lines.push(`${"    ".repeat(depth)}${numbered ? `${number}.` : "-"} ${words}`);
        number += 1;
        last = depth;
      }
      for (const other of lists) lines.push(...itemsOf(other, last + 1, found));
    }
    return lines;
  };

  const wordItem = (paragraph) => {
    const level = styleOf(paragraph).match(/mso-list\s*:[^;]*level(\d)/i)?.[1];
    if (!level) return null;
    const copy = paragraph.cloneNode(true);
    let marker = "";
    for (const span of copy.querySelectorAll("[data-style]")) {
      if (/mso-list\s*:\s*Ignore/i.test(styleOf(span))) {
        marker = span.textContent.trim() || marker;
        span.remove();
      }
    }
    return { depth: Number(level) - 1, numbered: /^\(?(?:\d+|[a-z]|[ivx]+)[.)]/i.test(marker), words: line(copy).replace(/\n+/g, " ") };
  };

  const wordList = (items) => {
    const numbers = [];
    return items.map(({ depth, numbered, words }) => {
      numbers.length = depth + 1;
      numbers[depth] = (numbers[depth] ?? 0) + 1;
      return `${"    ".repeat(depth)}${numbered ? `${numbers[depth]}.` : "-"} ${words}`;
    }).join("\n");
  };

  const blocksOf = (parent, found, lower) => {
    const blocks = [];
    let loose = parent.ownerDocument.createElement("p");
    let items = [];
    const flushItems = () => {
      if (items.length) blocks.push(wordList(items));
      items = [];
    };
    const flush = () => {
      const words = line(loose);
      if (words) {
        flushItems();
        blocks.push(words.split("\n").map(escapeStart).join("  \n"));
      }
      loose = parent.ownerDocument.createElement("p");
    };
    for (const node of [...parent.childNodes]) {
      const name = node.localName;
      const holdsBlocks = node.nodeType === Node.ELEMENT_NODE && [...node.querySelectorAll("*")].some((inner) => BLOCKS.test(inner.localName));
      if (node.nodeType !== Node.ELEMENT_NODE || (!BLOCKS.test(name) && !holdsBlocks)) {
        // Two breaks are a new paragraph.
        if (name === "br" && loose.lastChild?.localName === "br") flush();
        else loose.append(node.cloneNode(true));
        continue;
      }
      flush();
      const item = name === "p" || name === "div" || HEADINGS.test(name) ? wordItem(node) : null;
      if (item) {
        if (item.words) items.push(item);
        continue;
      }
      if (name !== "p" || node.textContent.trim()) flushItems();
      if (name === "table") blocks.push(...tableOf(node, found));
      else if (name === "ul" || name === "ol") blocks.push(itemsOf(node, 0, found).join("\n"));
      else if (HEADINGS.test(name) && !holdsBlocks) {
        const words = line(node, { plain: true }).replace(/\n+/g, " ");
        if (words) blocks.push(`${"#".repeat(Math.min(6, Number(name[1]) + lower))} ${words}`);
      } else if (name === "blockquote") {
        const inner = blocksOf(node, found, lower).join("\n\n");
        if (inner) blocks.push(inner.replace(/^/gm, "> ").replace(/^> $/gm, ">"));
      } else if (name === "pre") blocks.push(`\`\`\`\n${node.textContent.replace(/\n+$/, "")}\n\`\`\``);
      else if (name !== "hr") blocks.push(...blocksOf(node, found, lower));
    }
    flush();
    flushItems();
    return blocks.filter(Boolean);
  };

  // Comments stand at the end of what Docs and Word give, each begun by the mark that leads back.
  const dropNotes = (body) => {
    for (const element of body.querySelectorAll("[data-style]")) {
      if (/mso-element\s*:\s*comment/i.test(styleOf(element)) || /display\s*:\s*none|mso-hide\s*:\s*all/i.test(styleOf(element))) element.remove();
    }
    for (const anchor of body.querySelectorAll('a[href*="#cmnt_ref"]')) anchor.closest("div, p")?.remove();
    for (const anchor of [...body.querySelectorAll("a")].filter(isNote)) anchor.remove();
  };

  const fromHTML = (html) => {
    const { body } = parse(html);
    for (const element of body.querySelectorAll(DROPPED)) element.remove();
    dropNotes(body);
    // Code editors give colours, not structure.
    const code = [...body.querySelectorAll("[data-style]")].some((element) => /white-space\s*:\s*pre\b|monospace/i.test(styleOf(element)));
    const structure = body.querySelector("a[href], b, strong, i, em, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, p, [data-style*='font-weight'], [data-style*='mso-list']");
    if (!structure || (code && !body.querySelector("table, p, ul, ol, h1, h2, h3"))) return null;
    const tables = [];
    // The page has the only heading of the first rank.
    const markdown = blocksOf(body, tables, body.querySelector("h1") ? 1 : 0).join("\n\n");
    return markdown ? { markdown, tables } : null;
  };

  // Cells of a spreadsheet as plain text: tabs between them, quotes around those of several lines.
  const fromTabs = (text) => {
    const rows = [[]];
    const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/gy;
    for (let match; cell.lastIndex < text.length && (match = cell.exec(text));) {
      const words = match[1] === undefined ? match[2] : match[1].replace(/""/g, '"');
      rows.at(-1).push(spaces(words).trim().replace(/\|/g, "\\|"));
      if (match[3] && match[3] !== "\t") rows.push([]);
    }
    const filled = rows.filter((row) => row.some(Boolean));
    if (filled.length < 2 || filled[0].length < 2 || filled.some((row) => row.length !== filled[0].length)) return null;
    const facts = written(filled);
    return { markdown: facts.markdown, tables: [facts] };
  };

  globalThis.editorMarkdown = { fromHTML, fromTabs };
}
