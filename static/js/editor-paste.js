// What is pasted into a text becomes Markdown: tables of spreadsheets, pages and documents. Shift and the browser's own
// way leave the words as they are; undo takes a paste back in one step.
"use strict";
{
  const form = editorText.form();
  let plain = false;

  const cellsInWords = (cells) => {
    const shown = cells.slice(0, 8).map(([row, column]) => interpolate(gettext("row %s, column %s"), [row, column]));
    if (cells.length > shown.length) shown.push(interpolate(gettext("and %s more"), [cells.length - shown.length]));
    return shown.join("; ");
  };

  const inWords = ({ rows, columns, empty, merged }) => {
    const words = [interpolate(gettext("Pasted as a table of %s rows and %s columns."), [rows, columns])];
    if (merged.length) words.push(interpolate(gettext("Merged cells were split; their words stand in the first: %s."), [cellsInWords(merged)]));
    if (empty.length) words.push(interpolate(gettext("Empty cells: %s."), [cellsInWords(empty)]));
    return words.join(" ");
  };

  const noteFor = (area) => {
    const name = `${area.id}_pasted`;
    let note = document.getElementById(name);
    if (!note) {
      note = document.createElement("p");
      note.id = name;
      note.className = "editor-note";
      note.setAttribute("role", "status");
      area.after(note);
    }
    return note;
  };

  for (const area of form?.querySelectorAll("textarea") ?? []) noteFor(area);

  form?.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "v") plain = event.shiftKey;
  });
  form?.addEventListener("paste", (event) => {
    const area = event.target;
    if (!area.matches("textarea") || plain) {
      plain = false;
      return;
    }
    const html = event.clipboardData.getData("text/html");
    const found = html ? editorMarkdown.fromHTML(html) : editorMarkdown.fromTabs(event.clipboardData.getData("text/plain"));
    if (!found) return;
    event.preventDefault();
    const { markdown, tables } = found;
    if (markdown.includes("\n")) editorText.replaceByBlock(area, markdown);
    else editorText.replace(area, area.selectionStart, area.selectionEnd, markdown);
    const note = noteFor(area);
    note.textContent = tables.map(inWords).join(" ");
    note.classList.toggle("editor-note--warning", tables.some(({ empty, merged }) => empty.length + merged.length));
  });
}
