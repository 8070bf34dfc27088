// A dispute entered where there is no network waits in this telephone, with its photo made smaller, and is sent when the
// network is back. The form is sent by the script only so that a lost network is noticed; without the script it is sent
// as any form. What waits is kept under the name of the person, and deleted as soon as it is entered.
(() => {
  const WIDEST = 1600;
  const file = (field) => field.files && field.files[0];
  const asText = (blob) => new Promise((done) => { const reader = new FileReader(); reader.onload = () => done(reader.result); reader.readAsDataURL(blob); });
  const smaller = async (photo) => {
    const picture = await createImageBitmap(photo);
    const part = Math.min(1, WIDEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * part);
    canvas.height = Math.round(picture.height * part);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.8));
  };
  const asFile = (text, name) => {
    const [kind, body] = text.split(",");
    const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
    return new File([bytes], name, { type: kind.slice(5, kind.indexOf(";")) });
  };
  const fresh = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = [...bytes].map((each) => each.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  };

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("form[data-wait]");
    if (!form) return;
    const prefix = form.dataset.wait;
    const box = document.querySelector("[data-waiting]");
    const told = document.querySelector("[data-waiting-done]");
    const keys = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix)).sort();
    const say = (words, address) => {
      told.textContent = words;
      if (address) { const link = document.createElement("a"); link.href = address; link.textContent = words; told.replaceChildren(link); }
      told.hidden = false;
    };
    const typed = () => {
      const kept = {};
      for (const [name, value] of new FormData(form)) if (typeof value === "string" && name !== "csrfmiddlewaretoken") kept[name] = value;
      return kept;
    };
    const chosen = () => form.querySelector("[name=outcome]:checked")?.dispatchEvent(new Event("change", { bubbles: true }));
    const clear = () => { form.reset(); form.elements.mark.value = fresh(); chosen(); };
    const button = (words, act) => { const made = document.createElement("button"); made.type = "button"; made.className = "plainly"; made.textContent = words; made.addEventListener("click", act); return made; };
    const show = () => {
      const list = box.querySelector("ul");
      list.replaceChildren(...keys().map((key) => {
        const entry = JSON.parse(localStorage.getItem(key));
        const line = document.createElement("li");
        line.append(`${entry.kept.on} ${entry.kept.first}—${entry.kept.other} `);
        if (entry.refused) { const why = document.createElement("strong"); why.textContent = form.dataset.refused + entry.refused.join("；") + " "; line.append(why); }
        line.append(button(form.dataset.again, () => { take(key, entry); }), " ", button(form.dataset.drop, () => { localStorage.removeItem(key); show(); }));
        return line;
      }));
      box.hidden = !list.children.length;
    };
    const take = (key, entry) => {
      for (const field of form.elements) {
        if (!field.name || field.type === "file" || field.name === "csrfmiddlewaretoken") continue;
        if (field.type === "checkbox" || field.type === "radio") field.checked = entry.kept[field.name] === field.value;
        else field.value = entry.kept[field.name] ?? "";
      }
      localStorage.removeItem(key);
      chosen();
      show();
    };
    const post = async (kept, photo) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(kept)) body.append(name, value);
      if (photo) body.append("photo", photo, photo.name);
      const answer = await fetch(location.pathname, { method: "POST", body, headers: { Accept: "application/json", "X-CSRFToken": form.elements.csrfmiddlewaretoken.value } });
      if (answer.redirected || ![200, 422].includes(answer.status)) return { signin: true };
      return answer.json();
    };
    const keep = async (kept, photo) => {
      const entry = { kept };
      if (photo) { entry.name = "photo.jpg"; entry.photo = await asText(await smaller(photo).catch(() => photo)); }
      try { localStorage.setItem(prefix + kept.mark, JSON.stringify(entry)); } catch { say(form.dataset.full); return false; }
      return true;
    };
    let sending = false;
    const send = async () => {
      if (sending) return;
      sending = true;
      for (const key of keys()) {
        const entry = JSON.parse(localStorage.getItem(key));
        let answer;
        try { answer = await post(entry.kept, entry.photo && asFile(entry.photo, entry.name)); } catch { break; }
        if (answer.number) { localStorage.removeItem(key); say(form.dataset.entered + answer.number, answer.address); }
        else if (answer.signin) { say(form.dataset.signin); break; }
        else localStorage.setItem(key, JSON.stringify({ ...entry, refused: answer.refused }));
      }
      sending = false;
      show();
    };
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const kept = typed();
      const photo = file(form.elements.photo);
      let answer;
      try { if (navigator.onLine) answer = await post(kept, photo); } catch { /* the network is gone: the entry is kept */ }
      if (!answer || answer.signin) {
        if (await keep(kept, photo)) { clear(); say(answer ? form.dataset.signin : form.dataset.kept); }
      } else if (answer.number) { clear(); say(form.dataset.entered + answer.number, answer.address); }
      else say(form.dataset.refused + answer.refused.join("；"));
      show();
      told.scrollIntoView({ block: "center" });
    });
    box.querySelector("[data-waiting-send]").addEventListener("click", send);
    addEventListener("online", send);
    show();
    if (navigator.onLine) send();
  });
})();
