// A draft of what is typed stays in this browser until the form is sent and accepted: off line, after an error, after a
// lost session. Forms opt in with data-draft (the name it is kept under); fields of files and passwords are not kept.
(() => {
  const skip = (field) => !field.name || ["file", "password", "hidden", "submit"].includes(field.type);
  const read = (form) => {
    const kept = {};
    for (const field of form.elements) {
      if (skip(field)) continue;
      if (field.type === "checkbox" || field.type === "radio") {
        if (field.checked) (kept[field.name] ||= []).push(field.value);
        else kept[field.name] ||= [];
      } else kept[field.name] = field.value;
    }
    return kept;
  };
  const write = (form, kept) => {
    for (const field of form.elements) {
      if (skip(field) || !(field.name in kept)) continue;
      if (Array.isArray(kept[field.name])) field.checked = kept[field.name].includes(field.value);
      else field.value = kept[field.name];
    }
  };
  document.addEventListener("DOMContentLoaded", () => {
    for (const done of document.querySelectorAll("[data-draft-done]")) localStorage.removeItem("draft:" + done.dataset.draftDone);
    for (const form of document.querySelectorAll("form[data-draft]")) {
      const name = "draft:" + form.dataset.draft;
      const offer = form.querySelector("[data-draft-offer]");
      const kept = localStorage.getItem(name);
      const first = JSON.stringify(read(form));
      if (kept && kept !== first && offer && !form.dataset.bound) {
        offer.hidden = false;
        offer.querySelector("[data-draft-take]").addEventListener("click", () => { write(form, JSON.parse(kept)); offer.hidden = true; });
        offer.querySelector("[data-draft-drop]").addEventListener("click", () => { localStorage.removeItem(name); offer.hidden = true; });
      }
      let timer;
      form.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(() => localStorage.setItem(name, JSON.stringify(read(form))), 400);
      });
    }
  });
})();
