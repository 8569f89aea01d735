// A form with data-once is sent once: the second press is ignored, the button says what is going on.
// Without this script the hidden key (field "once") does the same on the server.
addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-once]")) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "1";
  const button = event.submitter;
  if (!button) return;
  setTimeout(() => {
    // After the browser has taken the button's own name and value along.
    button.dataset.label = button.innerHTML;
    button.setAttribute("aria-disabled", "true");
    button.textContent = "正在办…";
  });
  setTimeout(() => ready(form), 15_000); // the key makes a second try harmless
});

// No answer for a while, back from the next page, or the answer was a part of this page: the form can be used again.
const ready = (form) => {
  delete form.dataset.sent;
  form.querySelectorAll("[data-label]").forEach((button) => {
    button.innerHTML = button.dataset.label;
    button.removeAttribute("aria-disabled");
    delete button.dataset.label;
  });
};
addEventListener("pageshow", () => document.querySelectorAll("[data-sent]").forEach(ready));
document.addEventListener("htmx:afterRequest", (event) => event.target.matches("[data-sent]") && ready(event.target));

// A refused form: bring the reader to what is wrong.
document.querySelector(".refusal[tabindex]")?.focus();
