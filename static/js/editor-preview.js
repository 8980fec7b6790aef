// Keeps the preview beside the text as it is written: about a second after the last letter the server renders the form
// anew, and the page in the frame takes what changed, where the reader had scrolled to. Without it, the button does.
"use strict";
{
  const DELAY = 1000;
  const section = document.querySelector(".editor-preview");
  const form = editorText.form();
  const button = section.querySelector("[formaction]");
  const frame = section.querySelector("iframe");
  const status = section.querySelector(".editor-preview__status");
  let timer, asked, seen, waiting;

  const show = (html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    document.dispatchEvent(new CustomEvent("editor:previewed", { detail: page }));
    const shown = frame.contentDocument;
    const before = shown?.querySelector("main");
    const after = page.querySelector("main");
    if (!before || !after) {
      frame.srcdoc = html;
      return;
    }
    const { scrollX, scrollY } = frame.contentWindow;
    const open = new Set([...before.querySelectorAll("details[open] > summary")].map((summary) => summary.textContent));
    for (const summary of after.querySelectorAll("details > summary")) {
      summary.parentElement.open = open.has(summary.textContent);
    }
    before.replaceWith(after);
    shown.title = page.title;
    frame.contentWindow.scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
  };

  const refresh = async () => {
    clearTimeout(timer);
    asked?.abort();
    asked = new AbortController();
    waiting = false;
    try {
      const answer = await fetch(button.formAction, { method: "POST", body: new FormData(form), signal: asked.signal });
      if (answer.redirected || answer.status === 403) {
        status.textContent = status.dataset.signedOut;
        return;
      }
      if (!answer.ok) throw new TypeError();
      show(await answer.text());
      status.textContent = "";
    } catch (error) {
      if (error.name !== "AbortError") status.textContent = status.dataset.failed;
    }
  };

  // What nobody sees is not asked for: on a phone the preview stands below.
  const refreshIfSeen = () => {
    if (seen) refresh();
    else waiting = true;
  };
  new IntersectionObserver(([entry]) => {
    seen = entry.isIntersecting;
    if (seen && waiting) refresh();
  }).observe(section);
  document.addEventListener("editor:look", refresh);

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(refreshIfSeen, DELAY);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  document.addEventListener("formset:removed", later);
  form.addEventListener("submit", (event) => {
    if (event.submitter !== button) return;
    event.preventDefault();
    refresh();
    frame.scrollIntoView({ block: "nearest" });
  });
  // Links lead to tabs of their own, so that nothing takes the place of the preview; places of the page are scrolled to.
  frame.addEventListener("load", () => {
    frame.contentDocument?.addEventListener("click", (event) => {
      const place = event.target.closest('a[href^="#"]');
      if (!place) return;
      event.preventDefault();
      frame.contentDocument.getElementById(place.getAttribute("href").slice(1))?.scrollIntoView();
    });
  });
  // What the desk says stands over the frame, with what can be done about it.
  frame.addEventListener("load", () => frame.contentDocument?.querySelector("[data-facts-seen]")?.remove());
  // A form that came back with errors, or a copy: the frame shows what was saved.
  frame.addEventListener("load", () => {
    if (frame.contentDocument?.querySelector("main") && waiting) refreshIfSeen();
  });
  if ("unsaved" in section.dataset) waiting = true;
}
