// What the fact desk says, beside the text as it is written: each preview brings it anew. One click selects the words, or puts
// the right ones in their place as if they were typed, so that undo takes them back. Without it the buttons send the form.
"use strict";
{
  const form = editorText.form();
  const panel = document.getElementById("facts");
  const summary = panel.querySelector("[role=status]");
  const all = panel.querySelector("[data-facts]");
  // So near to an edge of the window, bars may cover the words.
  const EDGE = 120;
  const said = (words) => {
    if (summary.textContent !== words) summary.textContent = words;
  };

  // Where the words stand now: where they were, or else the nearest place that has them.
  const find = (area, fact) => {
    const { words } = fact.dataset;
    const start = Number(fact.dataset.start);
    const text = area.value;
    if (words && text.startsWith(words, start)) return start;
    let found = -1;
    for (let at = words ? text.indexOf(words) : -1; at >= 0; at = text.indexOf(words, at + 1)) {
      if (found < 0 || Math.abs(at - start) < Math.abs(found - start)) found = at;
    }
    return found;
  };

  // Browsers do not scroll to what a script selects: in the field, or in the page where the field is as high as its text.
  const bringIntoView = (area, end) => {
    const copy = area.cloneNode();
    copy.rows = 1;
    copy.style.minBlockSize = "0";
    copy.value = area.value.slice(0, end);
    area.after(copy);
    const height = copy.scrollHeight;
    copy.remove();
    area.scrollTop = height - area.clientHeight / 2;
    const place = area.getBoundingClientRect().top + height - area.scrollTop;
    if (place < EDGE || place > innerHeight - EDGE) scrollBy(0, place - innerHeight / 2);
  };

  const act = (fact, replacement) => {
    const area = document.getElementById(fact.dataset.field);
    const start = area ? find(area, fact) : -1;
    if (start < 0) {
      said(summary.dataset.gone);
      return;
    }
    const end = start + fact.dataset.words.length;
    if (replacement === undefined) {
      area.focus({ preventScroll: true });
      area.setSelectionRange(start, end);
      bringIntoView(area, end);
    } else {
      editorText.replace(area, start, end, replacement, 0, replacement.length);
      document.dispatchEvent(new Event("editor:look"));
    }
  };

  // Kept by the server, which sends the form back; only whether it was kept is of interest here.
  const keep = async (button) => {
    const data = new FormData(form);
    data.set(button.name, button.value);
    try {
      const answer = await fetch(form.action, { method: "POST", body: data });
      if (!answer.ok || answer.redirected) throw new TypeError();
      for (const reason of panel.querySelectorAll("[name^=_reason-]")) reason.value = "";
      document.dispatchEvent(new Event("editor:look"));
      document.getElementById("facts-heading").focus();
    } catch {
      said(summary.dataset.unkept);
    }
  };

  const prepare = (root) => {
    for (const button of root.querySelectorAll("button[hidden][data-put]")) button.hidden = false;
  };
  const margins = () => form.querySelectorAll("[data-facts-margin]");
  const numberOf = (margin) => margin.closest(".inline-related")?.id.match(/-(\d+)$/)?.[1];

  // What somebody has begun to write in the list stays there.
  const takeList = (fresh) => {
    const begun = [...all.querySelectorAll("[name^=_reason-]")].filter((reason) => reason.closest("details").open);
    const active = document.activeElement?.name;
    const open = [...all.querySelectorAll(".facts__more")].map((more) => more.open);
    all.replaceChildren(...fresh.childNodes);
    [...all.querySelectorAll(".facts__more")].forEach((more, place) => {
      more.open = open[place] ?? false;
    });
    for (const reason of begun) {
      const again = all.querySelector(`[name="${reason.name}"]`);
      if (!again) continue;
      again.value = reason.value;
      again.closest("details").open = true;
      if (active === reason.name) again.focus();
    }
  };

  document.addEventListener("editor:previewed", ({ detail: page }) => {
    const fresh = page.querySelector("template[data-facts-fresh]");
    if (!fresh) return;
    said(fresh.dataset.summary);
    summary.classList.toggle("facts__summary--failed", "failed" in fresh.dataset);
    for (const margin of margins()) {
      const found = fresh.content.querySelector(`[data-margin="${numberOf(margin)}"] > *`);
      margin.replaceChildren(...(found?.childNodes ?? []));
      prepare(margin);
    }
    takeList(fresh.content.querySelector("[data-facts]"));
  });

  document.addEventListener("click", (event) => {
    const control = event.target.closest("[data-go], [data-put], #facts [name=_judge], #facts [name=_take_back]");
    if (!control) return;
    event.preventDefault();
    if (control.name === "_judge" || control.name === "_take_back") keep(control);
    else act(control.closest("[data-field]"), control.dataset.put);
  });
  // Enter in a reason remembers; it would save the article.
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("[name^=_reason-]")) return;
    event.preventDefault();
    event.target.closest("details").querySelector("[name=_judge]").click();
  });
  panel.querySelector("[data-check]")?.addEventListener("click", (event) => {
    event.preventDefault();
    document.dispatchEvent(new Event("editor:look"));
  });
  for (const margin of margins()) prepare(margin);
}
