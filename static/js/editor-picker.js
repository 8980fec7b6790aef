// A dialog that asks the record and puts what is chosen into the text. Without it, a page lists the same to copy from.
"use strict";
{
  const opener = document.querySelector("[data-mark=record]");
  const body = editorText.form()?.querySelector("#id_body");

  if (opener && body) {
    document.querySelector("[data-picker]").hidden = true;
    const dialog = document.getElementById("editor-dialog").content.firstElementChild.cloneNode(true);
    document.body.append(dialog);
    const input = dialog.querySelector("input");
    const found = dialog.querySelector("[data-url]");
    let area = body;
    let timer, asked, place;

    const ask = async () => {
      asked?.abort();
      asked = new AbortController();
      const query = new URLSearchParams({ q: input.value, part: 1 });
      try {
        const answer = await fetch(`${found.dataset.url}?${query}`, { signal: asked.signal });
        if (!answer.ok || answer.redirected) throw new TypeError();
        found.innerHTML = await answer.text();
      } catch (error) {
        if (error.name !== "AbortError") found.textContent = found.dataset.failed;
      }
    };

    // The field in which was written last takes what is chosen.
    editorText.form().addEventListener("focusin", ({ target }) => {
      if (target.matches("textarea")) area = target;
    });
    opener.addEventListener("click", () => {
      // What lies under a dialog loses its cursor.
      place = [area.selectionStart, area.selectionEnd];
      dialog.showModal();
      // On a phone the keyboard would cover what there is to choose.
      if (matchMedia("(pointer: fine)").matches) input.focus();
      ask();
    });
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 200);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      clearTimeout(timer);
      ask();
    });
    dialog.addEventListener("click", ({ target }) => {
      if (target.closest("[data-close]") || target === dialog) return dialog.close();
      const chosen = target.closest("[data-insert]")?.dataset.insert;
      if (chosen === undefined) return;
      dialog.close();
      area.focus();
      area.setSelectionRange(...place);
      if (chosen.startsWith("\n")) editorText.replaceByBlock(area, chosen.trim());
      else editorText.replace(area, ...place, chosen);
    });
  }
}
