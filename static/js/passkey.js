// Makes or uses a passkey when a form[data-passkey] is sent, and sends the browser's answer with it.
const form = document.querySelector("form[data-passkey]");
const creates = form?.dataset.passkey === "create";
const parse = window.PublicKeyCredential?.[creates ? "parseCreationOptionsFromJSON" : "parseRequestOptionsFromJSON"];

if (form && parse) {
  const said = form.querySelector("[data-said]");
  const options = JSON.parse(document.getElementById("passkey-options").textContent);
  form.hidden = false;
  for (const words of document.querySelectorAll("[data-without]")) words.hidden = true;
  form.addEventListener("submit", async (event) => {
    if (form.elements.credential.value) return;
    event.preventDefault();
    said.textContent = "";
    try {
      const publicKey = parse.call(PublicKeyCredential, options);
      const credential = await navigator.credentials[creates ? "create" : "get"]({ publicKey });
      form.elements.credential.value = JSON.stringify(credential);
      form.requestSubmit();
    } catch {
      // Cancelled, too late, or not known to the device: the browser does not tell sites which.
      said.textContent = form.dataset.failed;
    }
  });
}
