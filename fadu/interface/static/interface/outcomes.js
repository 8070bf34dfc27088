// Shows the fields of the outcome chosen and puts the others away; without scripts all are shown, each under its name.
(() => {
  const apply = () => {
    const chosen = document.querySelector("input[name=outcome]:checked");
    document.body.classList.add("choosing"); // the names of the groups are for those who see all of them
    for (const group of document.querySelectorAll("[data-outcome]")) {
      group.hidden = !chosen || !group.dataset.outcome.split(" ").includes(chosen.value);
    }
  };
  document.addEventListener("change", (event) => { if (event.target.name === "outcome") apply(); });
  document.addEventListener("DOMContentLoaded", apply);
})();
