// Keys of the counter desk: "/" returns to the search box, a letter presses the act that shows it, Escape leaves a field.
addEventListener("keydown", (event) => {
  const typing = event.target.matches("input:not([type=radio], [type=checkbox]), textarea, select");
  if (event.key === "Escape" && typing) return event.target.blur();
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "/") {
    event.preventDefault();
    const search = document.getElementById("search");
    search?.focus();
    search?.select();
    return;
  }
  const act = [...document.querySelectorAll("[data-key]")].find(
    (one) => one.dataset.key.toUpperCase() === event.key.toUpperCase() && one.offsetParent,
  );
  if (!act) return;
  event.preventDefault();
  act.click();
});
addEventListener("click", (event) => event.target.closest("[data-print]") && print());
