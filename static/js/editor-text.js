// Changes of a text as if they were typed, so that the browser's own undo takes them back. The other scripts of the
// article's form use it by the name of `editorText`.
"use strict";
globalThis.editorText = {
  // The form, where this page has one to write in.
  form: () => document.getElementById(document.querySelector("[data-form]")?.dataset.form),

  // Put `text` in place of what stands from `start` to `end`, and select from `from` to `to` within it.
  replace(area, start, end, text, from = text.length, to = from) {
    area.focus();
    area.setSelectionRange(start, end);
    // The only way that undo knows of in every browser, although it is an old one.
    const done = text ? document.execCommand("insertText", false, text) : start === end || document.execCommand("delete");
    if (!done) {
      area.setRangeText(text, start, end, "end");
      area.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    area.setSelectionRange(start + from, start + to);
  },

  // Put a block in place of the selection, with an empty line before and after it.
  replaceByBlock(area, block) {
    const { selectionStart: start, selectionEnd: end, value } = area;
    const before = value.slice(0, start);
    const after = value.slice(end);
    const lead = !before.trim() ? "" : "\n".repeat(Math.max(0, 2 - before.match(/\n*$/)[0].length));
    const trail = "\n".repeat(Math.max(0, (after.trim() ? 2 : 1) - after.match(/^\n*/)[0].length));
    this.replace(area, start, end, lead + block + trail);
  },
};
