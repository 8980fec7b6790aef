// Copies the address of a link, what a box holds, or a text: each [data-copy], followed by a hidden button and a [data-copied] status.
for (const source of navigator.clipboard ? document.querySelectorAll("[data-copy]") : []) {
  const button = source.nextElementSibling;
  const status = button?.nextElementSibling;
  if (!status?.matches("[data-copied]")) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.href ?? source.value ?? source.textContent);
      status.textContent = status.dataset.copied;
    } catch {
      // The browser did not allow it: the link or the text itself can still be copied by hand.
      source.focus();
    }
  });
}
