// Files of a form marked data-one-by-one are sent one after the other, with progress; without this script all go at once.
"use strict";
for (const form of document.querySelectorAll("form[data-one-by-one]")) {
  const input = form.querySelector("input[type=file]");
  const shown = form.querySelector("[data-uploads]");
  if (!input || !shown) continue;
  const bar = shown.querySelector("progress"), count = shown.querySelector("[data-count]"), list = shown.querySelector("ul");
  const line = (words, address) => {
    const item = document.createElement("li");
    if (address) {
      const link = document.createElement("a");
      link.href = address;
      link.textContent = words;
      item.append(link);
    } else item.textContent = words;
    list.append(item);
  };
  form.addEventListener("submit", async (event) => {
    const files = [...input.files];
    if (files.length < 2) return;
    event.preventDefault();
    const button = form.querySelector("button.chief");
    button.disabled = true;
    shown.hidden = false;
    list.replaceChildren();
    bar.max = files.length;
    for (const [place, file] of files.entries()) {
      count.textContent = `${place + 1} / ${files.length}`;
      const data = new FormData(form);
      data.delete(input.name);
      data.append(input.name, file);
      if (place) data.delete("text");
      try {
        const answer = await fetch(form.action, { method: "POST", body: data, headers: { Accept: "application/json" } });
        const told = await answer.json();
        for (const each of told.taken) line(each.title, each.address);
        for (const [name, why] of told.wrong) line(`${name}：${why}`);
      } catch (fault) {
        line(`${file.name}：${fault.message}`);
      }
      bar.value = place + 1;
    }
    button.disabled = false;
    input.value = "";
  });
}
