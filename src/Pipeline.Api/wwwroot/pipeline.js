// What makes pages pleasant. Everything works without it.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  let changed = false;

  const ready = () => {
    // A form that came back holds what nobody has saved yet.
    changed = document.querySelector('form[data-guard][data-typed]') !== null;
    document.querySelector('[role="alert"][tabindex]')?.focus();
    // The secret of a one-time link stands behind the hash, which is sent to nobody; it is put into its field, and out of the address.
    const token = document.querySelector('[data-token] input');
    if (token && location.hash.length > 20) {
      token.value = location.hash.slice(1);
      token.closest('[data-token]').hidden = true;
      all('[data-without-token]').forEach(part => (part.hidden = true));
      history.replaceState(history.state, '', location.pathname + location.search);
    }
    restore();
    all('.table-box').forEach(box => { if (box.scrollWidth > box.clientWidth) box.tabIndex = 0; });
    all('[data-only-script]').forEach(part => (part.hidden = false));
  };

  // Whoever has to sign in again on sending a form finds it as it was.
  const draft = 'draft';
  function keep(form) {
    const fields = [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !name.startsWith('_'));
    sessionStorage.setItem(draft, JSON.stringify({ at: location.pathname + location.search, name: form.elements._handler?.value, fields }));
  }
  function restore() {
    const kept = JSON.parse(sessionStorage.getItem(draft) ?? 'null');
    if (!kept || location.pathname === '/sign-in') return;
    sessionStorage.removeItem(draft);
    const form = all('form[data-guard]').find(f => f.elements._handler?.value === kept.name);
    if (!form || kept.at !== location.pathname + location.search || new URL(document.referrer || 'about:blank').pathname !== '/sign-in') return;
    const values = name => kept.fields.filter(field => field[0] === name).map(field => field[1]);
    for (const field of form.querySelectorAll('input:not([type="hidden"]), select, textarea'))
      if (field.type === 'checkbox' || field.type === 'radio') field.checked = values(field.name).includes(field.value);
      else if (values(field.name).length) field.value = values(field.name)[0];
    changed = true;
  }

  document.addEventListener('input', event => { if (event.target.closest('form[data-guard]')) changed = true; });
  document.addEventListener('submit', event => {
    const form = event.target;
    changed = false;
    if (form.matches('[data-guard]')) keep(form);
    if (form.matches('[data-progress]') && !event.defaultPrevented && form.querySelector('input[type="file"]')?.files.length) send(event, form);
  });
  // An address says what is asked, and nothing of what is not.
  document.addEventListener('formdata', event => {
    if (event.target.method === 'get') for (const [name, value] of [...event.formData]) if (value === '') event.formData.delete(name);
  });
  window.addEventListener('beforeunload', event => { if (changed) event.preventDefault(); });

  // A draft is saved while one writes; what the answer says of version and key is what the next saving sends.
  let pending;
  document.addEventListener('input', event => {
    const form = event.target.closest('form[data-autosave]');
    if (!form) return;
    clearTimeout(pending);
    pending = setTimeout(() => autosave(form), 2500);
  });
  async function autosave(form) {
    const text = new URLSearchParams(new FormData(form)).toString(), said = form.querySelector('[data-autosaved]');
    try {
      const answer = await fetch(location.href, { method: 'POST', body: new URLSearchParams(text) });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = [...page.querySelectorAll('form[data-autosave]')].find(f => f.elements._handler?.value === form.elements._handler?.value);
      if (!answer.ok || !fresh) throw new Error();
      const same = new URLSearchParams(new FormData(form)).toString() === text;
      for (const name of ['_version', '_key', '__RequestVerificationToken'])
        if (form.elements[name] && fresh.elements[name]) form.elements[name].value = fresh.elements[name].value;
      if (same) changed = false;
      said.textContent = said.dataset.autosaved;
    } catch {
      said.textContent = said.dataset.notAutosaved;
    }
  }
  // What is sent by hand is not saved once more beside it.
  document.addEventListener('submit', () => clearTimeout(pending));

  // A long upload shows how far it is; what comes back takes the page's place, as if the browser had sent it.
  function send(event, form) {
    const bar = form.querySelector('progress');
    if (!bar) return;
    event.preventDefault();
    bar.hidden = false;
    const data = new FormData(form, event.submitter), request = new XMLHttpRequest();
    request.upload.onprogress = e => { if (e.lengthComputable) bar.value = (100 * e.loaded) / e.total; };
    request.upload.onload = () => bar.removeAttribute('value');
    request.onload = () => {
      if (request.responseURL !== location.href && request.status < 400) return location.assign(request.responseURL);
      const files = form.querySelector('input[type="file"]').files;
      const page = new DOMParser().parseFromString(request.responseText, 'text/html');
      document.title = page.title;
      document.body.replaceWith(page.body);
      // What was checked, and found good, is still chosen.
      const again = document.querySelector('form[data-progress] input[type="file"]');
      if (again && request.status === 200) {
        again.files = files;
        all('[data-file-kept]').forEach(part => (part.textContent = part.dataset.fileKept));
      }
      ready();
    };
    request.onerror = () => { bar.hidden = true; form.submit(); };
    request.open('POST', form.getAttribute('action') ?? location.href);
    request.send(data);
  }

  for (const [name, over] of [['dragover', true], ['dragleave', false], ['drop', false]])
    document.addEventListener(name, event => {
      const drop = event.target.closest?.('[data-drop]');
      if (!drop) return;
      event.preventDefault();
      drop.classList.toggle('over', over);
      if (name === 'drop') drop.querySelector('input').files = event.dataTransfer.files;
    });

  document.addEventListener('click', event => {
    const button = event.target.closest('[data-copy], [data-print], [data-all]');
    if (!button) return;
    if (button.matches('[data-print]')) print();
    if (button.matches('[data-copy]')) {
      event.preventDefault();
      navigator.clipboard?.writeText(button.href ?? button.value).then(() => (button.textContent = button.dataset.copy), () => button.href && location.assign(button.href));
    }
    if (button.matches('[data-all]')) all(`input[name="${button.dataset.all}"]`).forEach(box => (box.checked = button.checked));
  });

  // Lists by keyboard: / looks for something, j and k go on and back, Enter opens.
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea')) return;
    if (event.key === '/') {
      const search = document.querySelector('[role="search"] input:not([type="hidden"])');
      if (search) { event.preventDefault(); search.focus(); }
    }
    if (event.key !== 'j' && event.key !== 'k') return;
    const rows = all('tr[data-id], li[data-id]').filter(row => row.querySelector('a'));
    if (!rows.length) return;
    const at = rows.findIndex(row => row.classList.contains('here'));
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + (event.key === 'j' ? 1 : -1)))];
    rows.forEach(row => row.classList.toggle('here', row === next));
    next.querySelector('a').focus();
  });

  // Where a link leads within a page, the keyboard goes on: the framework scrolls there, and leaves the focus behind.
  const arrive = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (!target.matches('a[href], button, input, select, textarea, summary, [tabindex]')) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  };
  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[href*="#"]');
    if (link && link.pathname + link.search === location.pathname + location.search) setTimeout(arrive);
  });

  ready();
  window.Blazor?.addEventListener?.('enhancedload', () => { ready(); arrive(); });
})();
