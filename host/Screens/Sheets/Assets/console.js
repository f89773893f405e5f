// Pages work without this. It adds the keys of lists, and lets the right half of an action follow what is typed.
(() => {
    const typing = e => /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName);
    const rows = [...document.querySelectorAll('[data-rows] tbody tr')];
    let at = -1;
    const pick = to => {
        rows[at]?.classList.remove('picked');
        at = Math.max(0, Math.min(rows.length - 1, to));
        rows[at]?.classList.add('picked');
        rows[at]?.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', e => {
        if (e.ctrlKey && e.key === 'Enter') document.querySelector('[data-act]')?.requestSubmit();
        if (typing(e) || e.ctrlKey || e.metaKey || e.altKey) return;
        if (e.key === '/') {
            e.preventDefault();
            document.querySelector('.find input')?.focus();
        }
        if (e.key === 'j' || e.key === 'J') pick(at + 1);
        if (e.key === 'k' || e.key === 'K') pick(at - 1);
        if (e.key === 'Enter' && e.target === document.body) rows[at]?.querySelector('a')?.click();
    });

    for (const more of document.querySelectorAll('[data-more]'))
        more.addEventListener('click', () => more.parentElement.querySelector('tr[hidden]')?.removeAttribute('hidden'));

    const form = document.querySelector('[data-act]');
    const follows = form?.querySelector('[data-follows]');
    if (!follows) return;
    let timer,
        asked = 0;
    const renew = async () => {
        const mine = ++asked;
        const body = new URLSearchParams(new FormData(form));
        body.set('preview', '1');
        const answer = await fetch(location.href, { method: 'POST', body, headers: { 'X-Requested-With': 'fetch' } }).catch(
            () => null,
        );
        if (!answer?.ok || mine !== asked) return;
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const next = page.querySelector('[data-follows]');
        if (next) follows.replaceChildren(...next.childNodes);
    };
    form.addEventListener('input', () => {
        clearTimeout(timer);
        timer = setTimeout(renew, 400);
    });
})();
