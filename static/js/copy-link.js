// Copies the address of a link, or of a box that holds one: [data-copy], followed by a hidden button and a [data-copied] status.
const link = document.querySelector("[data-copy]");

if (link && navigator.clipboard) {
  const button = link.nextElementSibling;
  const status = document.querySelector("[data-copied]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(link.href ?? link.value);
      status.textContent = status.dataset.copied;
    } catch {
      // The browser did not allow it: the link itself can still be copied by hand.
      link.focus();
    }
  });
}
