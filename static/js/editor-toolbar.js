// A bar of buttons over the text of an article, and their keys in every field that takes Markdown.
"use strict";
{
  const form = editorText.form();
  const body = form?.querySelector("#id_body");

  // Stars around what is selected, or around the place of the cursor; again, and they are gone.
  const wrap = (area, mark) => {
    const { selectionStart: start, selectionEnd: end, value } = area;
    const words = value.slice(start, end);
    const stars = (text) => text.match(/\*+$/)?.[0].length ?? 0;
    const has = (count) => (mark.length === 1 ? count % 2 === 1 : count >= 2);
    const size = mark.length;
    if (has(stars(value.slice(0, start))) && has(value.slice(end).match(/^\*+/)?.[0].length ?? 0)) {
      editorText.replace(area, start - size, end + size, words, 0, words.length);
    } else {
      // White space at the ends would keep Markdown from reading the stars.
      const [, lead, inner, trail] = words.match(/^(\s*)([\s\S]*?)(\s*)$/);
      const from = lead.length + size;
      editorText.replace(area, start, end, lead + mark + inner + mark + trail, from, from + inner.length);
    }
  };

  // Change every line of the selection.
  const lines = (area, change) => {
    const { selectionStart, selectionEnd, value } = area;
    const start = value.lastIndexOf("\n", selectionStart - 1) + 1;
    const found = value.indexOf("\n", Math.max(selectionStart, selectionEnd - (selectionEnd > selectionStart)));
    const end = found < 0 ? value.length : found;
    const text = change(value.slice(start, end).split("\n")).join("\n");
    const single = !value.slice(start, end).includes("\n");
    editorText.replace(area, start, end, text, single ? text.length : 0, text.length);
  };

  const prefix = (area, pattern, write) => lines(area, (all) => {
    const filled = all.filter((line) => line.trim());
    if (filled.length && filled.every((line) => pattern.test(line))) return all.map((line) => line.replace(pattern, ""));
    let number = 0;
    return all.map((line) => (line.trim() || all.length === 1 ? write((number += 1)) + line.replace(/^(?:[-*+] |\d+\. |> )/, "") : line));
  });

  const link = (area) => {
    const { selectionStart: start, selectionEnd: end, value } = area;
    const words = value.slice(start, end).trim();
    if (/^https?:\/\/\S+$/.test(words)) editorText.replace(area, start, end, `[](${words})`, 1);
    else if (words) editorText.replace(area, start, end, `[${words}](https://)`, words.length + 3, words.length + 11);
    else editorText.replace(area, start, end, "[](https://)", 1);
  };

  const table = (area, { first, second }) => {
    editorText.replaceByBlock(area, `| ${first} | ${second} |\n| --- | ---: |\n|  |  |`);
  };

  const marks = {
    heading: (area) => lines(area, ([line, ...rest]) => {
      const [, level, words] = line.match(/^(#{0,6}) ?(.*)$/);
      return [({ 0: "## ", 2: "### " }[level.length] ?? "") + words, ...rest];
    }),
    bold: (area) => wrap(area, "**"),
    italic: (area) => wrap(area, "*"),
    link,
    list: (area) => prefix(area, /^- /, () => "- "),
    numbered: (area) => prefix(area, /^\d+\. /, (number) => `${number}. `),
    quote: (area) => prefix(area, /^> /, () => "> "),
    table,
  };

  if (body) {
    const bar = document.getElementById("editor-toolbar").content.firstElementChild.cloneNode(true);
    bar.setAttribute("aria-controls", body.id);
    const buttons = [...bar.querySelectorAll("button")];
    const enter = (button) => {
      for (const other of buttons) other.tabIndex = other === button ? 0 : -1;
    };
    enter(buttons[0]);
    body.before(bar);

    // A pressed button leaves the cursor where it is.
    bar.addEventListener("mousedown", (event) => event.preventDefault());
    bar.addEventListener("focusin", ({ target }) => enter(target));
    bar.addEventListener("click", ({ target }) => {
      const button = target.closest("[data-mark]");
      if (button) marks[button.dataset.mark]?.(body, button.dataset);
    });
    bar.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const place = buttons.indexOf(document.activeElement);
      const next = { Home: 0, End: buttons.length - 1 }[event.key]
        ?? (step && (place + step + buttons.length) % buttons.length);
      if (next === undefined) return;
      event.preventDefault();
      buttons[next].focus();
    });

    form.addEventListener("keydown", (event) => {
      const mark = { b: "bold", i: "italic", k: "link" }[event.key.toLowerCase()];
      const pressed = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!mark || !pressed || !event.target.matches("textarea")) return;
      event.preventDefault();
      marks[mark](event.target, {});
    });
  }
}
